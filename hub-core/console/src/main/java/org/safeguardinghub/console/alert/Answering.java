package org.safeguardinghub.console.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of a filled-in acknowledgement form. */
public final class Answering {
  /** Long enough for a considered reason, short enough to be read. */
  public static final int REASON_MAX = 2000;

  private Answering() {}

  /**
   * The form as it was sent.
   *
   * @param decision code of the decision, blank if none was chosen
   * @param expectedVersion picture of the alert that the form was made from
   */
  public record Form(String actionId, String decision, String reason, long expectedVersion) {}

  /** What becomes of it. */
  public sealed interface Outcome {
    /** Sound: to be recorded. */
    record Sound(Decision decision, String reason) implements Outcome {}

    /** Something is missing or too long. */
    record Faulty(List<Fault> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }

    /** Somebody answered meanwhile. */
    record AlreadyAnswered(String byPersonId) implements Outcome {}

    /** The hub withdrew or closed the alert meanwhile. */
    record Ended() implements Outcome {}

    /** The alert gained or lost something that the lead has not read yet. */
    record Changed(String changeReason) implements Outcome {}
  }

  /** One fault, and the field that it belongs to. */
  public record Fault(String field, String message) {
    /** The message of a field, empty where it is sound. */
    public static String of(List<Fault> faults, String field) {
      return faults.stream()
          .filter(fault -> fault.field().equals(field))
          .map(Fault::message)
          .findFirst()
          .orElse("");
    }
  }

  public static Outcome judge(Alert alert, Form form) {
    return switch (alert.state()) {
      case ACKNOWLEDGED ->
          new Outcome.AlreadyAnswered(
              alert.acknowledgement().map(Alert.Acknowledgement::personId).orElse(""));
      case WITHDRAWN, CLOSED -> new Outcome.Ended();
      case OPEN ->
          alert.version() == form.expectedVersion()
              ? judgeFields(form)
              : new Outcome.Changed(alert.changeReason());
    };
  }

  private static Outcome judgeFields(Form form) {
    List<Fault> faults = new ArrayList<>();
    Optional<Decision> decision = decision(form.decision());
    if (decision.isEmpty()) {
      faults.add(new Fault("decision", "Select what you have decided"));
    }
    String reason = form.reason().strip();
    if (reason.isEmpty()) {
      faults.add(new Fault("reason", "Enter the reason for your decision"));
    } else if (reason.length() > REASON_MAX) {
      faults.add(new Fault("reason", "Your reason must be 2,000 characters or fewer"));
    }
    return faults.isEmpty()
        ? new Outcome.Sound(decision.orElseThrow(), reason)
        : new Outcome.Faulty(faults);
  }

  private static Optional<Decision> decision(String code) {
    for (Decision decision : Decision.values()) {
      if (decision.name().equals(code)) {
        return Optional.of(decision);
      }
    }
    return Optional.empty();
  }
}
