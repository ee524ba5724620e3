package org.safeguardinghub.console.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.Severity;

/** Codes in the words that people use. */
final class Words {
  private Words() {}

  static String severity(Severity severity) {
    return switch (severity) {
      case S1 -> "Critical";
      case S2 -> "High";
      case S3 -> "Medium";
      case S4 -> "Low";
    };
  }

  static String severityTag(Severity severity) {
    return switch (severity) {
      case S1 -> "govuk-tag--red";
      case S2 -> "govuk-tag--orange";
      case S3 -> "govuk-tag--yellow";
      case S4 -> "govuk-tag--grey";
    };
  }

  static String state(Alert.State state) {
    return switch (state) {
      case OPEN -> "Waiting for an answer";
      case ACKNOWLEDGED -> "Acknowledged";
      case WITHDRAWN -> "Withdrawn";
      case CLOSED -> "Closed";
    };
  }

  static String family(String code) {
    for (OriginFamily family : OriginFamily.values()) {
      if (family.name().equals(code)) {
        return family.title();
      }
    }
    return "Another agency";
  }

  /** What the sender's word is worth, where it is not simply a report or a sighting. */
  static Optional<String> assertion(Assertion assertion) {
    return switch (assertion) {
      case OBSERVED, REPORTED -> Optional.empty();
      case DISCLOSED -> Optional.of("the child said so");
      case SUSPECTED -> Optional.of("suspected");
      case OPINION -> Optional.of("professional opinion");
      case DENIED -> Optional.of("denied");
      case RETRACTED -> Optional.of("retracted");
      case UNFOUNDED -> Optional.of("found to be unfounded");
    };
  }

  /** How whoever reports something knows it. */
  static String basis(Assertion assertion) {
    return switch (assertion) {
      case OBSERVED -> "Observed: whoever reports it saw or heard it";
      case DISCLOSED -> "Disclosed: the child said so";
      case REPORTED -> "Reported: who saw or heard it is not said";
      case SUSPECTED -> "Suspected: not known to be so";
      case OPINION -> "Professional opinion";
      case DENIED -> "Denied by whom it is about";
      case RETRACTED -> "A retraction";
      case UNFOUNDED -> "Looked into and found to be unfounded";
    };
  }

  /** What a later report did to an earlier one. */
  static String struck(Assertion correction) {
    return switch (correction) {
      case RETRACTED -> "Retracted";
      case UNFOUNDED -> "Found to be unfounded";
      case DENIED -> "Denied";
      case OBSERVED, DISCLOSED, REPORTED, SUSPECTED, OPINION -> "Corrected by its sender";
    };
  }

  /** A sentence that was written to an alert's owner, for another reader. */
  static String forOthers(String sentence, String role) {
    return sentence
        .replaceFirst("^Sent to you\\b", "Sent there")
        .replaceAll("\\byou (hold|lead)\\b", Matcher.quoteReplacement("the " + role) + " $1s")
        .replaceAll("\\byour role\\b", Matcher.quoteReplacement("the role of " + role))
        .replaceAll("\\byour\\b", "that")
        .replaceAll("\\byou\\b", Matcher.quoteReplacement("the " + role));
  }

  static String rung(int rung) {
    return switch (rung) {
      case 0 -> "";
      case 1 -> "It was not answered in time and went to a deputy.";
      default -> "It was not answered in time and went up the ladder (step " + rung + ").";
    };
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    int last = items.size() - 1;
    return String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
