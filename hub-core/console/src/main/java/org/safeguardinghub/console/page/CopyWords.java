package org.safeguardinghub.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.CopyFunction;
import org.safeguardinghub.kernel.event.Severity;

/**
 * What the reader of a copy can do about it (domain reference, section 6.3). What is particular to
 * a pattern is said only where the reader may see all that the finding rests on.
 */
final class CopyWords {
  private static final String MEALS =
      "See that the child has something to eat, and warm and clean clothes. Ring home on the first"
          + " day of absence.";
  private static final String WHO_COLLECTS =
      "Note who collects the child, and money, telephones or clothes that nobody can explain. Do not"
          + " send the child home early, or exclude, before you have spoken to ";

  /** For a school, by pattern; a line that ends open goes on with who answers for the alert. */
  private static final Map<String, String> AT_SCHOOL =
      Map.of(
          "P03", MEALS,
          "P05", MEALS,
          "P31", MEALS,
          "P07",
              "There was a recent incident at home. Read what the police sent you by Operation"
                  + " Encompass, and let the child's key adult know that much.",
          "P12", WHO_COLLECTS,
          "P32", WHO_COLLECTS,
          "P15",
              "Agree to no move, no home education and no removal from the roll before you have"
                  + " spoken to ",
          "P24", "Follow your plan for a pupil who may harm themselves; do not leave them alone.",
          "P26", "Keep the children apart as your plan says, and look after both of them.");

  private CopyWords() {}

  /**
   * What can be done.
   *
   * @param open findings of which the reader may see every item
   * @param owner who answers for the alert
   */
  static List<String> todo(
      CopyFunction function, List<Alert.Finding> open, Severity severity, String owner) {
    List<String> lines = new ArrayList<>();
    when(function, severity).ifPresent(lines::add);
    lines.addAll(
        switch (function) {
          case SCHOOL -> school(open, owner);
          case HOUSING ->
              List.of(
                  "Children's services hold a concern about a child in this home. Speak to "
                      + owner
                      + " before you act on the tenancy.",
                  "Do not visit alone.",
                  "Report if you do not see the children, or cannot get in.");
          case HOME ->
              List.of(
                  "Report every absence, and everybody who waits for or rings the child and is not"
                      + " known to you, on the same day.",
                  "If the child is missing, ring the police at once, then " + owner + ".",
                  "Talk to nobody outside the home's staff about this notice.");
          case POLICE ->
              List.of(
                  "Look whether you hold something about the people and the address, and tell "
                      + owner
                      + ".",
                  "What you hold under conditions stays with you: say that there is something.");
          case HEALTH ->
              List.of(
                  "Look whether the child has an appointment open, or was not brought to one, and"
                      + " tell "
                      + owner
                      + ".",
                  "Ask whoever sees the family next to see the child.");
          case YOUTH_JUSTICE ->
              List.of(
                  "Tell " + owner + " who works with the child, and when they see the child next.",
                  "Take no step against the child about this before you have spoken to them.");
          case RETURN_INTERVIEW ->
              List.of(
                  "Offer the child the interview, with somebody whom they choose to be there.",
                  "Tell "
                      + owner
                      + " when it will be, what came of it, or that it was offered and declined.");
          case SOCIAL_CARE ->
              List.of(
                  "Look whether you know something that "
                      + owner
                      + " does not, and tell them. They answer for it; you do not have to.");
          case OPERATION -> List.of("Look whether the directory is right, and who stands in.");
          case UNKNOWN -> List.of("Speak to " + owner + ".");
        });
    return lines;
  }

  private static List<String> school(List<Alert.Finding> open, String owner) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "On the next school day, let somebody whom the child trusts see the child early. Listen; do"
            + " not question.");
    open.stream()
        .map(Alert.Finding::pattern)
        .filter(AT_SCHOOL::containsKey)
        .map(AT_SCHOOL::get)
        .distinct()
        .map(line -> line.endsWith(" ") ? line + owner + "." : line)
        .forEach(lines::add);
    lines.add("Report absence, and whatever you see or hear, on the same day.");
    lines.add("Say nothing of this notice to the family.");
    return lines;
  }

  private static Optional<String> when(CopyFunction function, Severity severity) {
    boolean urgent = severity == Severity.S1 || severity == Severity.S2;
    return urgent && function != CopyFunction.HOUSING && function != CopyFunction.UNKNOWN
        ? Optional.of("It is urgent: do today what you can.")
        : Optional.empty();
  }
}
