package org.safeguardinghub.connectors.intake.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.connectors.intake.publish.RecordSender;

/** Keeps what was sent; it can be away, and it can go away after so many calls. */
public final class RecordingSender implements RecordSender {
  private final List<Outgoing> sent = new ArrayList<>();
  private int callsLeft = Integer.MAX_VALUE;

  public synchronized void failAfter(int calls) {
    callsLeft = calls;
  }

  public synchronized void comeBack() {
    callsLeft = Integer.MAX_VALUE;
  }

  @Override
  public synchronized Set<String> send(List<Outgoing> records) {
    if (callsLeft <= 0) {
      return records.stream().map(Outgoing::receiptId).collect(Collectors.toSet());
    }
    callsLeft--;
    sent.addAll(records);
    return Set.of();
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
