package org.safeguardinghub.connectors.intake.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.safeguardinghub.connectors.intake.publish.RecordSender;

/** Keeps what was sent; it can be away, and it can go away after so many calls. */
public final class RecordingSender implements RecordSender {
  private final List<Outgoing> sent = new ArrayList<>();
  private int callsLeft = Integer.MAX_VALUE;
  private Predicate<Outgoing> refused = _ -> false;

  public synchronized void failAfter(int calls) {
    callsLeft = calls;
  }

  /** Some records are not taken. */
  public synchronized void refuse(Predicate<Outgoing> which) {
    refused = which;
  }

  public synchronized void comeBack() {
    callsLeft = Integer.MAX_VALUE;
    refused = _ -> false;
  }

  @Override
  public synchronized Set<String> send(List<Outgoing> records) {
    if (callsLeft <= 0) {
      return records.stream().map(Outgoing::receiptId).collect(Collectors.toSet());
    }
    callsLeft--;
    sent.addAll(records.stream().filter(Predicate.not(refused)).toList());
    return records.stream().filter(refused).map(Outgoing::receiptId).collect(Collectors.toSet());
  }

  public synchronized List<Outgoing> sent() {
    return List.copyOf(sent);
  }

  public synchronized List<Outgoing> on(String topic) {
    return sent.stream().filter(record -> record.topic().name().equals(topic)).toList();
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
