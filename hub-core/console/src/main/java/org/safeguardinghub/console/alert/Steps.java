package org.safeguardinghub.console.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.console.alert.Answering.Fault;

/** What a lead may do with an alert beside answering it, and what becomes of a filled-in form. */
public final class Steps {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** What is put aside asks again at the beginning of a working day. */
  private static final LocalTime IN_THE_MORNING = LocalTime.of(9, 0);

  private Steps() {}

  /** A step. */
  public enum Kind {
    NOT_MINE("not-mine", "This is not mine"),
    REASSIGN("reassign", "Give it to another role"),
    PUT_ASIDE("aside", "Put it aside"),
    CLOSE("close", "Close it");

    private final String code;
    private final String title;

    Kind(String code, String title) {
      this.code = code;
      this.title = title;
    }

    public String code() {
      return code;
    }

    public String title() {
      return title;
    }

    public static Optional<Kind> of(String code) {
      for (Kind kind : values()) {
        if (kind.code.equals(code)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /** The form as it was sent. */
  public record Form(String step, String toRole, String until, String reason) {}

  /** A sound step. */
  public sealed interface Step {
    /** Somebody else must lead. */
    record NotMine(String reason) implements Step {}

    /** Another role leads. */
    record Reassign(String toRole, String reason) implements Step {}

    /** It asks again at that moment. */
    record PutAside(Instant until, String reason) implements Step {}

    /** It is finished. */
    record Close(String reason) implements Step {}
  }

  /** What becomes of the form. */
  public sealed interface Outcome {
    /** Sound: to be recorded. */
    record Sound(Step step) implements Outcome {}

    /** Something is missing or not possible. */
    record Faulty(List<Fault> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Which steps an alert allows as it stands. */
  public static List<Kind> of(Alert alert) {
    return switch (alert.state()) {
      case OPEN -> List.of(Kind.NOT_MINE, Kind.REASSIGN);
      case ACKNOWLEDGED -> List.of(Kind.values());
      case WITHDRAWN, CLOSED -> List.of();
    };
  }

  /**
   * Judges a form.
   *
   * @param roles that alerts may be given to
   */
  public static Outcome judge(Alert alert, Form form, Set<String> roles, Instant now) {
    List<Fault> faults = new ArrayList<>();
    Optional<Kind> kind = Kind.of(form.step()).filter(of(alert)::contains);
    if (kind.isEmpty()) {
      faults.add(new Fault("step", "Select what you want to do"));
    }
    String reason = form.reason().strip();
    if (reason.isEmpty()) {
      faults.add(new Fault("reason", "Enter the reason"));
    } else if (reason.length() > Answering.REASON_MAX) {
      faults.add(new Fault("reason", "Your reason must be 2,000 characters or fewer"));
    }
    Optional<Step> step =
        kind.flatMap(
            chosen ->
                switch (chosen) {
                  case NOT_MINE -> Optional.of(new Step.NotMine(reason));
                  case CLOSE -> Optional.of(new Step.Close(reason));
                  case REASSIGN -> reassign(form, roles, reason, faults);
                  case PUT_ASIDE -> putAside(form, reason, now, faults);
                });
    return faults.isEmpty() ? new Outcome.Sound(step.orElseThrow()) : new Outcome.Faulty(faults);
  }

  private static Optional<Step> reassign(
      Form form, Set<String> roles, String reason, List<Fault> faults) {
    if (!roles.contains(form.toRole())) {
      faults.add(new Fault("toRole", "Select the role that is to lead"));
      return Optional.empty();
    }
    return Optional.of(new Step.Reassign(form.toRole(), reason));
  }

  private static Optional<Step> putAside(
      Form form, String reason, Instant now, List<Fault> faults) {
    Optional<Instant> until = morning(form.until().strip());
    if (until.filter(now::isBefore).isEmpty()) {
      faults.add(new Fault("until", "Enter a day to come, such as 2026-04-27"));
      return Optional.empty();
    }
    return Optional.of(new Step.PutAside(until.get(), reason));
  }

  private static Optional<Instant> morning(String day) {
    try {
      return Optional.of(LocalDate.parse(day).atTime(IN_THE_MORNING).atZone(LONDON).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
