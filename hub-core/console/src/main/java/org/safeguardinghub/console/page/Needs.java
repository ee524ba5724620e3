package org.safeguardinghub.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.Without;

/**
 * Which of its items a finding needs, in words. Only for a reader who may see every item of it:
 * what the others do would tell of one that is not shown.
 */
final class Needs {
  private Needs() {}

  /** Whether an item was found to be needed: without it the finding would not have been raised. */
  static boolean needed(Alert.Evidence evidence) {
    return evidence.without().filter(without -> without == Without.NOT_RAISED).isPresent();
  }

  /**
   * What is said of a finding's items; nothing where it was not asked.
   *
   * @param what an item in a few words
   */
  static Optional<AlertPage.Needs> of(
      Alert.Finding finding, Function<Alert.Evidence, String> what) {
    List<Alert.Evidence> evidence = finding.evidence();
    if (evidence.isEmpty() || evidence.stream().anyMatch(e -> e.without().isEmpty())) {
      return Optional.empty();
    }
    if (evidence.stream().allMatch(Needs::needed)) {
      return Optional.of(
          new AlertPage.Needs(
              List.of(
                  evidence.size() == 1
                      ? "It rests on one item. Without it this would not have been raised."
                      : "It rests on %d items. Without any one of them this would not have been raised."
                          .formatted(evidence.size())),
              List.of()));
    }
    return Optional.of(
        new AlertPage.Needs(
            sentences(evidence),
            evidence.stream().map(e -> what.apply(e) + ": " + does(e)).toList()));
  }

  private static List<String> sentences(List<Alert.Evidence> evidence) {
    List<String> sentences = new ArrayList<>();
    long needed = evidence.stream().filter(Needs::needed).count();
    long enough = evidence.stream().filter(Alert.Evidence::inSmallest).count();
    sentences.add(
        "It rests on %s. ".formatted(Words.count(evidence.size(), "item", "items"))
            + switch ((int) needed) {
              case 0 -> "Without any single one of them it would still have been raised.";
              case 1 -> "Without one of them it would not have been raised.";
              default ->
                  "Without any one of %d of them it would not have been raised.".formatted(needed);
            });
    if (enough == 0) {
      sentences.add("There are too many to try every one by itself.");
    } else if (enough < evidence.size()) {
      sentences.add(
          enough == 1
              ? "One of them would have been enough by itself."
              : "%d of them would have been enough by themselves.".formatted(enough));
    }
    return sentences;
  }

  private static String does(Alert.Evidence evidence) {
    String alone = evidence.without().map(Needs::words).orElse("");
    return evidence.inSmallest() ? alone + "; among those that are enough" : alone;
  }

  private static String words(Without without) {
    return switch (without) {
      case NOT_RAISED -> "needed, without it this would not have been raised";
      case ANOTHER_DAY -> "without it this would have been raised on another day";
      case LESS_URGENT -> "without it this would be less urgent";
      case MORE_URGENT -> "without it this would be more urgent";
      case NO_DIFFERENCE -> "adds to the picture, without it this would stand as it does";
      case NO_DIFFERENCE_TOGETHER ->
          "adds to the picture, without it and others at once this would stand as it does";
      case NOT_TRIED -> "was not left out by itself";
    };
  }
}
