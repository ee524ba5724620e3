package org.safeguardinghub.connectors.intake;

import java.time.Instant;
import java.util.ArrayList;
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
  List<Judged> numbered(Feed feed, List<Submission> submissions, List<Judged> judged, Instant now) {
    List<String> records =
        judged.stream()
            .flatMap(one -> one.receipt().revision().stream())
            .map(Revision::recordId)
            .distinct()
            .toList();
    if (records.isEmpty()) {
      return judged;
    }
    Map<String, Latest> latest = new HashMap<>(register.latest(feed.name(), records));
    List<Judged> numbered = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      Judged one = judged.get(i);
      Optional<Revision> revision = one.receipt().revision();
      if (revision.isPresent()) {
        String content = one.receipt().contentHash();
        int number = number(Optional.ofNullable(latest.get(revision.get().recordId())), content);
        latest.put(revision.get().recordId(), new Latest(number, content));
        one = number == 1 ? one : judge.judge(feed, submissions.get(i), now, number);
      }
      numbered.add(one);
    }
    return numbered;
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
