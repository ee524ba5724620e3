package org.safeguardinghub.console.alert;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;

/** Judges what is agreed about an alert, and what is said to have come of it. */
public final class Agreeing {
  /** Long enough for what one person does by one time. */
  public static final int WHAT_MAX = 500;

  /** A picture of an alert holds all of these: shorter than the reason of an answer. */
  public static final int REASON_MAX = 1000;

  private static final Duration FURTHEST = Duration.ofDays(365);

  private Agreeing() {}

  /**
   * The form by which something is agreed, as it was sent.
   *
   * @param who {@code role:}, {@code agency:} or {@code person:} and a code
   * @param day as {@code 2026-04-27}
   * @param time as {@code 17:00}
   */
  public record Form(String what, String who, String day, String time, String reason) {
    /** An empty form: within 48 hours, which is what such plans usually say. */
    public static Form within48Hours(Instant now) {
      var due = now.plus(Duration.ofDays(2)).atZone(WorkingCalendar.ZONE);
      LocalTime minute = due.toLocalTime().withSecond(0).withNano(0);
      return new Form("", "", due.toLocalDate().toString(), minute.toString(), "");
    }
  }

  /** Something sound that is to be done. */
  public record Agreed(String what, Minutes.Party who, Instant dueAt, String reason) {}

  /** The form by which it is said what came of it. */
  public record MarkForm(String outcome, String reason) {}

  /** What came of it. */
  public record Mark(boolean done, String reason) {}

  /** Whether something can still be agreed: while somebody works on the alert. */
  public static boolean possible(Alert alert) {
    return (alert.state() == Alert.State.OPEN || alert.state() == Alert.State.ACKNOWLEDGED)
        && alert.minutes().plan().size() < Minutes.MOST;
  }

  /**
   * Judges a form.
   *
   * @param parties whom something can be agreed for
   */
  public static Judged<Agreed> judge(Form form, Set<String> parties, Instant now) {
    List<Fault> faults = new ArrayList<>();
    Texts.check(form.what(), "what", "Enter what is to be done", WHAT_MAX, faults);
    Optional<Minutes.Party> who =
        Optional.of(form.who()).filter(parties::contains).map(Agreeing::party);
    if (who.isEmpty()) {
      faults.add(new Fault("who", "Select who is to do it"));
    }
    Optional<Instant> due = due(form);
    if (due.isEmpty()) {
      faults.add(new Fault("day", "Enter the day and time by when, such as 2026-04-27 and 17:00"));
    } else if (!due.get().isAfter(now)) {
      faults.add(new Fault("day", "The time by when must be to come"));
    } else if (due.get().isAfter(now.plus(FURTHEST))) {
      faults.add(new Fault("day", "The time by when must be within a year"));
    }
    Texts.check(form.reason(), "reason", "Enter the reason", REASON_MAX, faults);
    return faults.isEmpty()
        ? new Judged.Sound<>(
            new Agreed(
                form.what().strip(), who.orElseThrow(), due.orElseThrow(), form.reason().strip()))
        : new Judged.Faulty<>(faults);
  }

  /** Judges what is said to have come of an action. */
  public static Judged<Mark> judge(MarkForm form) {
    List<Fault> faults = new ArrayList<>();
    boolean done = form.outcome().equals("done");
    if (!done && !form.outcome().equals("not-done")) {
      faults.add(new Fault("outcome", "Select whether it was done"));
    }
    Texts.check(
        form.reason(),
        "reason",
        "Enter what came of it, or why it was not done",
        REASON_MAX,
        faults);
    return faults.isEmpty()
        ? new Judged.Sound<>(new Mark(done, form.reason().strip()))
        : new Judged.Faulty<>(faults);
  }

  /** The word of a party in a form. */
  public static String word(Minutes.Party party) {
    String kind =
        switch (party.kind()) {
          case PERSON -> "person";
          case ROLE -> "role";
          case AGENCY -> "agency";
          case OTHER -> "other";
        };
    return kind + ":" + party.ref();
  }

  private static Minutes.Party party(String word) {
    int colon = word.indexOf(':');
    Minutes.Party.Kind kind =
        switch (word.substring(0, colon)) {
          case "person" -> Minutes.Party.Kind.PERSON;
          case "role" -> Minutes.Party.Kind.ROLE;
          case "agency" -> Minutes.Party.Kind.AGENCY;
          default -> Minutes.Party.Kind.OTHER;
        };
    return new Minutes.Party(kind, word.substring(colon + 1));
  }

  private static Optional<Instant> due(Form form) {
    try {
      LocalDate day = LocalDate.parse(form.day().strip());
      return Optional.of(
          day.atTime(LocalTime.parse(form.time().strip()))
              .atZone(WorkingCalendar.ZONE)
              .toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
