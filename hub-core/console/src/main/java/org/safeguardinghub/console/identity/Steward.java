package org.safeguardinghub.console.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.console.alert.Reader;

/** Who may answer what, and whether an answer is one. */
public final class Steward {
  static final String ROLE = "identity-steward";
  static final String OF_PROTECTED = "protected-identity-steward";
  private static final int LONGEST_REASON = 2000;

  private Steward() {}

  /** Whether the reader answers questions about who is who. */
  public static boolean is(Reader reader) {
    return reader.holds(ROLE) || reader.holds(OF_PROTECTED);
  }

  /** Whether the reader answers those about protected identities: two named people do. */
  public static boolean ofProtected(Reader reader) {
    return reader.holds(OF_PROTECTED);
  }

  /** Whether the reader may open this question. */
  public static boolean mayOpen(Reader reader, Question question) {
    return question.protectedIdentity() ? ofProtected(reader) : is(reader);
  }

  /** Whether the reader may open this decision, and take it back. */
  public static boolean mayOpen(Reader reader, LedgerLine line) {
    return line.protectedIdentity() ? ofProtected(reader) : is(reader);
  }

  /** A fault of a form, at a field. */
  public record Fault(String field, String message) {}

  /** What a form says. */
  public sealed interface Judged {
    record Sound(Ruling.What what, String reason) implements Judged {}

    record Faulty(List<Fault> faults) implements Judged {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Judges an answer: {@code same:<child>}, {@code different} or {@code new}, with its reason. */
  public static Judged judge(Question question, String decision, String reason) {
    List<Fault> faults = new ArrayList<>();
    Optional<Ruling.What> what = what(question, decision);
    if (what.isEmpty()) {
      faults.add(new Fault("decision", "Choose who it is"));
    }
    reasonFault(reason).ifPresent(faults::add);
    return faults.isEmpty()
        ? new Judged.Sound(what.orElseThrow(), reason.strip())
        : new Judged.Faulty(faults);
  }

  /** The fault of a reason, if any. */
  public static Optional<Fault> reasonFault(String reason) {
    if (reason.isBlank()) {
      return Optional.of(new Fault("reason", "Say why"));
    }
    return reason.length() > LONGEST_REASON
        ? Optional.of(new Fault("reason", "Say it in at most 2,000 characters"))
        : Optional.empty();
  }

  private static Optional<Ruling.What> what(Question question, String decision) {
    return switch (decision) {
      case "different" -> Optional.of(new Ruling.What.Different());
      case "new" ->
          question.childRef().isEmpty() ? Optional.of(new Ruling.What.New()) : Optional.empty();
      default ->
          decision.startsWith("same:") && question.names(decision.substring(5))
              ? Optional.of(new Ruling.What.Same(decision.substring(5)))
              : Optional.empty();
    };
  }
}
