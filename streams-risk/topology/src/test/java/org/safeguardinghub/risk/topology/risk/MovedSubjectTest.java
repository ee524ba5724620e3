package org.safeguardinghub.risk.topology.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.topology.risk.Log.FERN;
import static org.safeguardinghub.risk.topology.risk.Log.ROWAN;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.codec.Carried;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.risk.policy.decide.Published;
import org.safeguardinghub.schemas.AlertActionKind;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.MoveDirection;
import org.safeguardinghub.schemas.MoveReason;
import org.safeguardinghub.schemas.MovedRecord;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectEventRecord;

/** What was found about one subject goes on under another, and nobody is told of it again. */
final class MovedSubjectTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant SETTLED = MONDAY.plus(Duration.ofMinutes(20));

  @TempDir Path folder;

  @Test
  void theAlertGoesOnUnderTheChildOnWhomTheEventsAreSettled() {
    try (RiskDriver risk = raised()) {
      AlertRecord before = risk.alerts().getLast();
      risk.drain();

      risk.arrives(moved(risk, ROWAN, FERN));

      assertThat(risk.decisions())
          .as("it reads otherwise, and nobody is told")
          .containsExactly("NOTHING P05 S2");
      assertThat(risk.notifications()).isEmpty();
      assertThat(risk.alerts())
          .first()
          .returns(before.getAlertId(), AlertRecord::getAlertId)
          .returns(Refs.toRecord(FERN), AlertRecord::getSubject)
          .returns(before.getVersion() + 1, AlertRecord::getVersion)
          .returns(before.getState(), AlertRecord::getState)
          .returns(before.getOwner(), AlertRecord::getOwner)
          .returns(before.getDueAt(), AlertRecord::getDueAt);
    }
  }

  @Test
  void laterEvidenceStrengthensTheSameAlert() {
    try (RiskDriver risk = raised()) {
      risk.arrives(moved(risk, ROWAN, FERN));
      String alert = risk.alerts().getLast().getAlertId();
      risk.drain();

      risk.arrives(risk.log.event(FERN, "e3", "NUR-NEG-01", MONDAY.plus(Duration.ofDays(15))));

      assertThat(risk.alerts()).allMatch(picture -> picture.getAlertId().equals(alert));
      assertThat(risk.contents().stream().filter(entry -> entry.contains("child/c-rowan")))
          .as("nothing of the alert is left where it came from")
          .noneMatch(entry -> entry.contains(alert));
    }
  }

  @Test
  void itClimbsAtTheTimeThatWasSetBefore() {
    try (RiskDriver risk = raised()) {
      AlertRecord before = risk.alerts().getLast();
      risk.arrives(moved(risk, ROWAN, FERN));
      risk.drain();

      risk.passes(before.getDueAt().orElseThrow().plusSeconds(1));

      assertThat(risk.writtenActions())
          .singleElement()
          .satisfies(
              action -> {
                assertThat(action.getKind()).isEqualTo(AlertActionKind.DEADLINE_REACHED);
                assertThat(action.getSubject()).isEqualTo(Refs.toRecord(FERN));
              });
      assertThat(risk.pictures()).singleElement().asString().startsWith("CLIMBED OPEN");
    }
  }

  @Test
  void theSameMoveAgainChangesNothing() {
    try (RiskDriver risk = raised()) {
      SubjectEventRecord move = moved(risk, ROWAN, FERN);
      risk.arrives(move);
      risk.drain();
      List<String> before = risk.contents();

      risk.again(move);

      assertThat(risk.decisions()).isEmpty();
      assertThat(risk.alerts()).isEmpty();
      assertThat(risk.contents()).isEqualTo(before);
    }
  }

  @Test
  void whatIsOnItsWayFollowsItsPersonAfterARestartToo() {
    List<RiskDriver.Kept> changelogs;
    RiskDriver first = raised();
    try (first) {
      first.arrives(moved(first, ROWAN, FERN, List.of("p-" + ROWAN.ref())));
      changelogs = first.changelogs();
    }
    Path other = folder.resolve("second");
    try (RiskDriver second = new RiskDriver(other, SETTLED, first.keys, "token-2")) {
      second.restore(changelogs);

      second.arrives(second.log.event(ROWAN, "e3", "EDU-PHY-01", MONDAY.plusSeconds(60)));

      assertThat(second.written())
          .filteredOn(sent -> sent.value.getBody() instanceof AttributedEventRecord)
          .extracting(sent -> sent.value.getSubject())
          .containsExactly(Refs.toRecord(FERN));
    }
  }

  private RiskDriver raised() {
    RiskDriver risk = new RiskDriver(folder, MONDAY.minus(Duration.ofDays(30)));
    risk.passes(MONDAY.minus(Duration.ofDays(30)));
    risk.arrives(risk.log.event(ROWAN, "e1", "EDU-NEG-01", MONDAY.minus(Duration.ofDays(20))));
    risk.arrives(risk.log.event(ROWAN, "e2", "EDU-PHY-01", MONDAY));
    return risk;
  }

  private static SubjectEventRecord moved(RiskDriver risk, SubjectRef from, SubjectRef to) {
    return moved(risk, from, to, List.of());
  }

  private static SubjectEventRecord moved(
      RiskDriver risk, SubjectRef from, SubjectRef to, List<String> persons) {
    List<SubjectEventRecord> with =
        List.of(
            risk.log.event(to, "e1", "EDU-NEG-01", MONDAY.minus(Duration.ofDays(20))),
            risk.log.event(to, "e2", "EDU-PHY-01", MONDAY));
    return Log.wrap(
        from,
        SubjectEventKind.MOVED,
        "SETTLED.e2.0",
        SETTLED,
        MovedRecord.newBuilder()
            .setDirection(MoveDirection.OUT)
            .setFrom(Refs.toRecord(from))
            .setTo(Refs.toRecord(to))
            .setEventIds(List.of("e1", "e2"))
            .setPersonRefs(persons)
            .setReason(MoveReason.SETTLED)
            .setCarried(Carried.toRecord(with, Published.NOTHING, List.of()))
            .build());
  }
}
