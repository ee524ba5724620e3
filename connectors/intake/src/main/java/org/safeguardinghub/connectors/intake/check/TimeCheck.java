package org.safeguardinghub.connectors.intake.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.message.Envelope;
import org.safeguardinghub.kernel.message.Envelope.Occurrence;
import org.safeguardinghub.kernel.message.Envelope.Precision;
import org.safeguardinghub.kernel.message.Envelope.Subject;
import org.safeguardinghub.kernel.message.Step;
import org.safeguardinghub.kernel.message.Times;

/** Can it have happened then? */
final class TimeCheck implements Check {
  /** Clocks differ a little. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Instant EARLIEST =
      LocalDate.of(2000, 1, 1).atStartOfDay(Times.LOCAL).toInstant();

  @Override
  public Step step() {
    return Step.TIME;
  }

  @Override
  public Outcome check(Draft draft) {
    Occurrence occurrence = draft.envelope().occurrence();
    Instant latest = draft.receivedAt().plus(TOLERANCE);
    if (occurrence.at().isAfter(latest)) {
      return refuse(
          "IN_FUTURE",
          "occurredAt lies in the future: check the date and the clock of your system",
          "/occurredAt");
    }
    if (occurrence.at().isBefore(EARLIEST) && draft.envelope().ids().supersedes().isEmpty()) {
      return refuse(
          "TOO_OLD",
          "occurredAt lies before 2000: only a correction may reach that far back",
          "/occurredAt");
    }
    if (occurrence.until().filter(until -> !until.isAfter(occurrence.at())).isPresent()) {
      return refuse("RANGE_REVERSED", "occurredUntil must be after occurredAt", "/occurredUntil");
    }
    if (occurrence.until().filter(until -> until.isAfter(latest)).isPresent()) {
      return refuse(
          "IN_FUTURE",
          "occurredUntil lies in the future: end the range when you send it",
          "/occurredUntil");
    }
    if (occurrence.recordedAt().filter(recorded -> recorded.isAfter(latest)).isPresent()) {
      return refuse(
          "IN_FUTURE",
          "recordedAt lies in the future: check the clock of your system",
          "/recordedAt");
    }
    if (occurrence.precision() == Precision.EXACT
        && occurrence
            .recordedAt()
            .filter(recorded -> recorded.plus(TOLERANCE).isBefore(occurrence.at()))
            .isPresent()) {
      return refuse(
          "RECORDED_BEFORE_OCCURRED",
          "recordedAt lies before occurredAt: check both",
          "/recordedAt");
    }
    return birth(draft.envelope(), LocalDate.ofInstant(latest, Times.LOCAL))
        .map(
            pointer ->
                refuse(
                    "BORN_IN_FUTURE",
                    "the date of birth lies in the future; for a child not yet born give unborn.expectedDate",
                    pointer))
        .orElseGet(() -> new Outcome.Passed(draft));
  }

  private static Optional<String> birth(Envelope envelope, LocalDate today) {
    List<Subject> subjects = envelope.subjects();
    for (int i = 0; i < subjects.size(); i++) {
      ObjectNode claims = subjects.get(i).claims().reveal();
      if (Times.date(claims.path("dateOfBirth").asText("")).filter(today::isBefore).isPresent()) {
        return Optional.of("/subjects/" + i + "/claims/dateOfBirth");
      }
    }
    return Optional.empty();
  }
}
