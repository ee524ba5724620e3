package org.safeguardinghub.connectors.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.receipt.NewReceipt;
import org.safeguardinghub.connectors.intake.receipt.ReceiptStore.Latest;
import org.safeguardinghub.connectors.intake.receipt.Recorded;
import org.safeguardinghub.connectors.intake.receipt.Revision;

/**
 * Finds which content of its record each message is, where a source keeps its record ids. The same
 * as the newest is a duplicate of that; anything else is a new event that supersedes it, even what
 * the record said before the newest: it was changed back.
 */
final class Corrections {
  /**
   * Only connectors that take the same file in at the same time meet here, and one of them wins.
   */
  private static final int ATTEMPTS = 10;

  private final Judge judge;
  private final Register register;

  Corrections(Judge judge, Register register) {
    this.judge = judge;
    this.register = register;
  }

  /** The judged messages, each as the content of its record that it is. */
  List<Judged> numbered(Feed feed, List<Checked> checked) {
    List<String> records =
        checked.stream()
            .flatMap(one -> one.judged().receipt().revision().stream())
            .map(Revision::recordId)
            .distinct()
            .toList();
    Map<String, Latest> latest =
        records.isEmpty() ? Map.of() : new HashMap<>(register.latest(feed.name(), records));
    return checked.stream().map(one -> numbered(feed, one, latest)).toList();
  }

  /** Notes it as the newest of its record. */
  private Judged numbered(Feed feed, Checked one, Map<String, Latest> latest) {
    Judged judged = one.judged();
    NewReceipt receipt = judged.receipt();
    Optional<String> record = receipt.revision().map(Revision::recordId);
    if (record.isEmpty()) {
      return judged;
    }
    String content = receipt.contentHash();
    int number = number(Optional.ofNullable(latest.get(record.get())), content);
    latest.put(record.get(), new Latest(number, content));
    return number == 1 ? judged : judge.judge(feed, one.submission(), receipt.receivedAt(), number);
  }

  private static int number(Optional<Latest> latest, String content) {
    return latest
        .map(last -> last.contentHash().equals(content) ? last.number() : last.number() + 1)
        .orElse(1);
  }

  /** A message whose number was taken by another content meanwhile, under the next that is free. */
  Optional<Taken> again(Feed feed, Submission submission, NewReceipt taken) {
    Optional<Revision> revision = taken.revision();
    for (int i = 0; i < ATTEMPTS && revision.isPresent(); i++) {
      revision = revision.map(Revision::next);
      Judged judged = judge.judge(feed, submission, taken.receivedAt(), revision.get().number());
      Taken attempt = register.record(List.of(judged)).getFirst();
      if (!(attempt.recorded() instanceof Recorded.IdReused)) {
        return Optional.of(attempt);
      }
    }
    return Optional.empty();
  }
}
