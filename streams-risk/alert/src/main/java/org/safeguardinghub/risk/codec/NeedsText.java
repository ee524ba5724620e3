package org.safeguardinghub.risk.codec;

import java.util.List;
import java.util.StringJoiner;
import org.safeguardinghub.schemas.EvidenceRecord;
import org.safeguardinghub.schemas.RiskDecisionRecord;
import org.safeguardinghub.schemas.WithoutCode;

/** Which events a stored decision needs, in a line for a terminal. Event ids only. */
public final class NeedsText {
  private NeedsText() {}

  /** {@code rests on 3 events; not raised without e1, e2; enough: e1, e2}, or empty. */
  public static String of(RiskDecisionRecord decision) {
    List<EvidenceRecord> evidence = decision.getEvidence();
    if (evidence.stream().noneMatch(one -> one.getWithout().isPresent())) {
      return "";
    }
    StringJoiner text = new StringJoiner("; ");
    text.add("rests on " + evidence.size() + (evidence.size() == 1 ? " event" : " events"));
    for (WithoutCode code : WithoutCode.values()) {
      List<String> ids =
          evidence.stream()
              .filter(one -> one.getWithout().filter(code::equals).isPresent())
              .map(EvidenceRecord::getEventId)
              .toList();
      if (!ids.isEmpty()) {
        text.add(words(code) + ' ' + String.join(", ", ids));
      }
    }
    List<String> enough =
        evidence.stream()
            .filter(EvidenceRecord::getInSmallest)
            .map(EvidenceRecord::getEventId)
            .toList();
    if (!enough.isEmpty() && enough.size() < evidence.size()) {
      text.add("enough by themselves: " + String.join(", ", enough));
    }
    return text.toString();
  }

  private static String words(WithoutCode code) {
    return switch (code) {
      case NOT_RAISED -> "not raised without";
      case ANOTHER_DAY -> "on another day without";
      case LESS_URGENT -> "less urgent without";
      case MORE_URGENT -> "more urgent without";
      case NO_DIFFERENCE -> "the same without";
      case NO_DIFFERENCE_TOGETHER -> "the same without all of";
      case NOT_TRIED, UNKNOWN -> "not tried without";
    };
  }
}
