package org.safeguardinghub.risk.topology.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.risk.replay.History;
import org.safeguardinghub.risk.replay.Replay;
import org.safeguardinghub.risk.replay.ReplayReport;
import org.safeguardinghub.schemas.AlertActionKind;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.DisputeState;
import org.safeguardinghub.schemas.RiskDecisionRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;

/**
 * Two laws over generated months: replay equals live, and a repeat of the whole log adds nothing.
 */
final class ReplayLawTest {
  private static final List<AlertActionKind> ACTIONS =
      List.of(
          AlertActionKind.ACKNOWLEDGED,
          AlertActionKind.CLOSED,
          AlertActionKind.DISAGREED,
          AlertActionKind.SETTLED,
          AlertActionKind.PLANNED,
          AlertActionKind.PLAN_MARKED,
          AlertActionKind.SHARING_DECIDED,
          AlertActionKind.UNDELIVERED);

  private static final List<String> TYPES =
      List.of(
          "EDU-NEG-01",
          "EDU-PHY-01",
          "HOS-WNB-02",
          "POL-MIS-01",
          "POL-MIS-02",
          "VCS-RHI-01",
          "HV-PHY-01",
          "GP-WNB-01",
          "POL-PPN-01",
          "CSC-REF-01",
          "CSC-ASM-01",
          "CSC-REF-02",
          "SCN-NEG-01",
          "HSG-ASB-01");
  private static final int STEPS = 60;

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void replayEqualsLive(long seed) {
    try (RiskDriver risk = new RiskDriver(folder.resolve("live"), start())) {
      Recorded recorded = live(seed, risk);

      ReplayReport report =
          Replay.over(recorded.history(risk), risk.keys, null, null, Optional.empty());

      assertThat(report.onlyReplayed()).isEmpty();
      assertThat(report.onlyLive()).isEmpty();
      assertThat(report.hash()).isEqualTo(report.liveHash());
      assertThat(report.alertDifferences()).isEmpty();
      assertThat(report.decisions()).isPositive();
      assertThat(report.text()).endsWith("No difference.\n");
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theWholeLogOnceMoreAddsNothing(long seed) {
    try (RiskDriver risk = new RiskDriver(folder.resolve("live"), start())) {
      Recorded recorded = live(seed, risk);
      List<String> stores = risk.contents();

      recorded.events.forEach(risk::again);

      assertThat(risk.decisions()).isEmpty();
      assertThat(risk.alerts()).isEmpty();
      assertThat(risk.notifications()).isEmpty();
      assertThat(risk.contents()).hasSameSizeAs(stores);
    }
  }

  /** What one run left on its topics. */
  private record Recorded(
      List<SubjectEventRecord> events,
      List<AlertActionRecord> actions,
      List<RiskDecisionRecord> decisions,
      List<AlertRecord> alerts) {
    History history(RiskDriver risk) {
      return new History(
          List.of(new History.Partition(events, actions, decisions, alerts, List.of())),
          risk.directoryEntries(),
          Map.of(),
          0);
    }
  }

  private static Recorded live(long seed, RiskDriver risk) {
    Random random = new Random(seed);
    Recorded recorded =
        new Recorded(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Instant now = start();
    for (int step = 0; step < STEPS; step++) {
      now = now.plus(Duration.ofHours(1 + random.nextInt(40)));
      risk.passes(now);
      collect(risk, recorded);
      if (random.nextInt(5) == 0 && !recorded.alerts.isEmpty()) {
        AlertRecord alert = recorded.alerts.get(random.nextInt(recorded.alerts.size()));
        AlertActionKind kind = ACTIONS.get(random.nextInt(ACTIONS.size()));
        risk.acts(alert, kind, "act-" + step, now);
        recorded.actions.add(risk.lastAction());
      } else if (random.nextInt(8) == 0 && !recorded.alerts.isEmpty()) {
        AlertRecord alert = recorded.alerts.get(random.nextInt(recorded.alerts.size()));
        DisputeState state = random.nextInt(3) == 0 ? DisputeState.RESOLVED : DisputeState.OPENED;
        SubjectRef subject = Refs.of(alert.getSubject());
        SubjectEventRecord dispute =
            risk.log.dispute(subject, alert.getAlertId(), 1 + random.nextInt(4), state, now);
        risk.arrives(dispute);
        recorded.events.add(dispute);
      } else {
        SubjectRef subject = random.nextBoolean() ? Log.ROWAN : Log.FERN;
        Instant occurred = now.minus(Duration.ofHours(random.nextInt(200)));
        String type = TYPES.get(random.nextInt(TYPES.size()));
        SubjectEventRecord event = risk.log.event(subject, "e" + step, type, occurred, now);
        risk.arrives(event);
        recorded.events.add(event);
      }
      collect(risk, recorded);
    }
    return recorded;
  }

  private static void collect(RiskDriver risk, Recorded recorded) {
    risk.written().forEach(written -> recorded.events.add(written.value));
    recorded.actions.addAll(risk.writtenActions());
    recorded.decisions.addAll(risk.decisionRecords());
    recorded.alerts.addAll(risk.alerts());
    risk.notifications();
  }

  private static Instant start() {
    return Instant.parse("2026-01-05T08:00:00Z");
  }
}
