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
import org.safeguardinghub.kernel.event.DisagreementStages;

/** What a lead may do with an alert beside answering it, and what becomes of a filled-in form. */
public final class Steps {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** What is put aside asks again at the beginning of a working day. */
  private static final LocalTime IN_THE_MORNING = LocalTime.of(9, 0);

  private Steps() {}

  /** A step. */
  public enum Kind implements Coded {
    NOT_MINE("not-mine", "This is not mine"),
    REASSIGN("reassign", "Give it to another role"),
    PUT_ASIDE("aside", "Put it aside"),
    CLOSE("close", "Close it"),
    DISAGREE("disagree", "Say that you disagree with what is done"),
    TAKE_FURTHER("further", "Take the disagreement further"),
    SETTLE("settle", "Say how the disagreement was settled");

    private final String code;
    private final String title;

    Kind(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    public String title() {
      return title;
    }

    public static Optional<Kind> of(String code) {
      return Coded.find(values(), code);
    }
  }

  /**
   * The form as it was sent.
   *
   * @param stage the stage to which a disagreement would have gone when the form was shown
   */
  public record Form(String step, String toRole, String until, String stage, String reason) {}

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

    /** What is done is wrong, at that stage of saying so. */
    record Disagree(int stage, String reason) implements Step {}

    /** The disagreement is over. */
    record Settle(String reason) implements Step {}
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
    List<Kind> kinds =
        new ArrayList<>(
            switch (alert.state()) {
              case OPEN -> List.of(Kind.NOT_MINE, Kind.REASSIGN);
              case ACKNOWLEDGED ->
                  List.of(Kind.NOT_MINE, Kind.REASSIGN, Kind.PUT_ASIDE, Kind.CLOSE);
              case WITHDRAWN, CLOSED -> List.<Kind>of();
            });
    if (alert.disagreement().filter(Alert.Disagreement::open).isEmpty()) {
      // Also what has ended can have ended wrongly.
      kinds.add(Kind.DISAGREE);
    } else {
      if (alert.nextStage() <= DisagreementStages.LAST) {
        kinds.add(Kind.TAKE_FURTHER);
      }
      kinds.add(Kind.SETTLE);
    }
    return List.copyOf(kinds);
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
                  case SETTLE -> Optional.of(new Step.Settle(reason));
                  case DISAGREE, TAKE_FURTHER -> disagree(alert, form, reason, faults);
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

  /** Whoever took it further meanwhile meant the same step. */
  private static Optional<Step> disagree(
      Alert alert, Form form, String reason, List<Fault> faults) {
    if (!form.stage().equals(Integer.toString(alert.nextStage()))) {
      faults.add(new Fault("step", "The disagreement has moved on: read the alert again"));
      return Optional.empty();
    }
    return Optional.of(new Step.Disagree(alert.nextStage(), reason));
  }

  private static Optional<Step> putAside(
      Form form, String reason, Instant now, List<Fault> faults) {
    Optional<Instant> until = morning(form.until().strip());
    if (until.filter(now::isBefore).isEmpty()) {
      faults.add(
          new Fault(
              "until",
              "Enter a day to come, such as " + now.atZone(LONDON).toLocalDate().plusDays(3)));
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
