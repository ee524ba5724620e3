package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.evaluate.Evaluation;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Findings;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * What holds for every timeline, tried on generated ones. A failure names its seed. {@code
 * -Dlaw.seeds=N} tries more, or fewer.
 */
final class LawsTest {
  private static final SubjectRef CHILD = SubjectRef.child("c-rowan");
  private static final SubjectRef UNBORN = new SubjectRef(Scope.UNBORN, "c-expected");
  private static final SubjectRef HOUSEHOLD = SubjectRef.household("h-2");
  private static final SubjectRef PLACE = new SubjectRef(Scope.PLACE, "p-1");
  private static final SubjectRef SETTING = new SubjectRef(Scope.SETTING, "s-1");
  static final Instant END = Told.moment("2027-01-01");
  private static final List<String> TYPES =
      List.of(
          "EDU-NEG-01",
          "EDU-NEG-02",
          "EDU-PHY-01",
          "EDU-DA-01",
          "NUR-PHY-01",
          "HOS-WNB-02",
          "GP-WNB-01",
          "SCN-NEG-01",
          "HV-NEG-01",
          "HV-PHY-01",
          "PAE-PHY-01",
          "DEN-NEG-01",
          "POL-DA-01",
          "POL-DA-02",
          "POL-DA-03",
          "POL-PPN-02",
          "POL-MIS-01",
          "POL-MIS-01",
          "POL-MIS-02",
          "POL-MIS-02",
          "VCS-RHI-01",
          "VCS-RHI-02",
          "HSG-DIS-01",
          "HSG-ASB-01",
          "EH-CLS-02",
          "CSC-PUB-01",
          "CSC-REF-01",
          "CSC-REF-02",
          "CSC-ASM-02",
          "CSC-VIS-01",
          "CSC-VIS-02",
          "CSC-ASM-01",
          "CSC-STR-01",
          "CSC-S47-01",
          "CSC-ICP-01",
          "CSC-CIN-01",
          "CSC-CPP-02",
          "EDU-CME-01",
          "EDU-PHY-02",
          "GP-REG-01",
          "POL-PRO-01",
          "PRB-PAR-01",
          "EDU-PROT-01",
          "PRB-DA-01",
          "MAT-UNB-01",
          "CSC-PAR-02",
          "VCS-CHL-01",
          "EDU-SEX-01",
          "EDU-SEX-01",
          "EDU-SEX-02",
          "EDU-MH-01",
          "ED-MH-01",
          "CAM-MH-02",
          "EDU-FM-01",
          "GP-REG-01",
          "EDU-EXC-01",
          "EDU-EXC-03",
          "EDU-EXP-01",
          "EDU-HSB-01",
          "EDU-ONL-01",
          "BTP-EXP-01",
          "POL-EXP-02",
          "POL-MDS-01",
          "HOM-EXP-01",
          "HOM-REG-01",
          "HOM-RES-01",
          "MAT-UNB-02",
          "CSC-UNB-01",
          "GP-PAR-01",
          "POL-SUB-01",
          "POL-PPN-01",
          "HSG-TA-01",
          "EDU-ABS-02",
          "CSC-LAC-02",
          "HV-PROT-01");

  private final RiskPolicy risk = new RiskPolicy(Story.POLICY, Told.CATALOGUE);

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("law.seeds", 25));
  }

  static List<TimelineEntry> timeline(int seed) {
    return timeline(seed, "e");
  }

  /** The same seed and prefix give the same history; another prefix gives its events other ids. */
  static List<TimelineEntry> timeline(int seed, String prefix) {
    Random random = new Random(seed);
    List<TimelineEntry> entries = new ArrayList<>();
    int size = 12 + random.nextInt(24);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String at =
          LocalDateTime.of(2026, 1, 1, 0, 0)
              .plusMinutes(30L * random.nextInt(2 * 24 * (60 + random.nextInt(200))))
              .toString();
      Told told =
          Told.told(TYPES.get(random.nextInt(TYPES.size())), at)
              .id(prefix + i)
              .of("c-" + random.nextInt(3));
      told.at("h-2").place("p-1").setting("s-1").received("2026-12-01T00:00");
      flavour(told, random, ids);
      ids.add(prefix + i);
      entries.add(told.entry());
    }
    entries.add(
        new TimelineEntry.ExpectedDate(UNBORN.ref(), LocalDate.of(2026, 7, 1), Instant.EPOCH));
    return entries;
  }

  private static void flavour(Told told, Random random, List<String> ids) {
    switch (random.nextInt(17)) {
      case 0 -> told.incident("i-" + random.nextInt(3));
      case 1 -> told.incident("i-" + random.nextInt(3)).echoing("reported");
      case 2 -> told.with("growthFaltering", true);
      case 3 -> told.with("nonMobile", true);
      case 4 -> told.asserted(Assertion.UNFOUNDED);
      case 5 -> told.born("2026-0" + (1 + random.nextInt(3)) + "-01");
      case 6 -> {
        if (!ids.isEmpty()) {
          told.echoing(ids.get(random.nextInt(ids.size())));
        }
      }
      case 7 -> told.asContext();
      case 8 -> told.with("strangulation", true).with("twoPersonCheck", true);
      case 9 -> {
        if (!ids.isEmpty()) {
          told.superseding(ids.get(random.nextInt(ids.size())));
        }
      }
      case 10 -> told.asserted(Assertion.RETRACTED);
      case 11 -> told.with("explanation", random.nextBoolean() ? "fell" : "sibling");
      case 12 -> told.with("newPartner", true).with("travelSign", "booking");
      case 13 -> told.as(SubjectRole.ALLEGED).with("allegedRef", "a-1");
      default -> told.level(1 + random.nextInt(4));
    }
  }

  static List<SubjectRef> subjects() {
    return List.of(CHILD, UNBORN, HOUSEHOLD, PLACE, SETTING);
  }

  static Findings evaluate(SubjectRef subject, List<TimelineEntry> entries) {
    return Evaluation.evaluate(
        Story.POLICY, subject, Timeline.of(subject, entries, Told.CATALOGUE), END);
  }

  private State fold(SubjectRef subject, List<TimelineEntry> entries, List<Decision> decisions) {
    State state = State.empty(subject);
    for (TimelineEntry entry : entries) {
      Step step = risk.fold(state, new Input.Recorded(entry.key(), END, entry));
      state = step.state();
      decisions.addAll(step.decisions());
    }
    return state;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfArrivalDoesNotShow(int seed) {
    for (SubjectRef subject : subjects()) {
      List<TimelineEntry> entries = timeline(seed);
      Findings first = evaluate(subject, entries);
      Collections.shuffle(entries, new Random(seed + 1_000L));
      assertThat(evaluate(subject, entries)).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsPublishedInTheEndIsWhatStands(int seed) {
    for (SubjectRef subject : subjects()) {
      List<TimelineEntry> entries = timeline(seed);
      List<Decision> decisions = new ArrayList<>();
      State state = fold(subject, entries, decisions);
      Set<String> standing = new HashSet<>();
      evaluate(subject, entries).findings().forEach(finding -> standing.add(finding.id()));
      Set<String> published = new HashSet<>();
      state.published().findings().forEach(finding -> published.add(finding.currentId()));
      assertThat(published).isEqualTo(standing);
      assertThat(open(decisions)).hasSameSizeAs(standing);
    }
  }

  /** Replays the decisions as an alert would: raised and not withdrawn. */
  static Set<String> open(List<Decision> decisions) {
    Set<String> open = new HashSet<>();
    for (Decision decision : decisions) {
      switch (decision) {
        case Decision.Raise raise -> assertThat(open.add(raise.findingId())).isTrue();
        case Decision.Strengthen stronger -> assertThat(open).contains(stronger.findingId());
        case Decision.Update update -> assertThat(open).contains(update.findingId());
        case Decision.Withdraw withdraw -> assertThat(open.remove(withdraw.findingId())).isTrue();
        case Decision.Tell _ -> {}
      }
    }
    return open;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void duplicatesChangeNothing(int seed) {
    for (SubjectRef subject : subjects()) {
      List<TimelineEntry> entries = timeline(seed);
      List<Decision> decisions = new ArrayList<>();
      State state = fold(subject, entries, decisions);
      for (TimelineEntry entry : entries) {
        Step again = risk.fold(state, new Input.Recorded(entry.key() + "-again", END, entry));
        assertThat(again.decisions()).isEmpty();
        assertThat(again.state().published()).isEqualTo(state.published());
        assertThat(again.state().entries().keySet()).isEqualTo(state.entries().keySet());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noFindingOutlivesItsEvidence(int seed) {
    for (SubjectRef subject : subjects()) {
      List<TimelineEntry> entries = timeline(seed);
      for (Finding finding : evaluate(subject, entries).findings()) {
        assertThat(finding.evidence()).isNotEmpty();
        assertThat(finding.because()).isNotBlank().doesNotContain("{");
        for (String lost : finding.evidenceIds()) {
          List<TimelineEntry> without = new ArrayList<>(entries);
          without.removeIf(
              entry -> entry instanceof TimelineEntry.Event(var e) && e.eventId().equals(lost));
          assertThat(evaluate(subject, without).findings())
              .as("without " + lost)
              .doesNotContain(finding);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void severityNeverFallsAndNobodyIsToldTwiceInAFortnight(int seed) {
    for (SubjectRef subject : subjects()) {
      for (Finding finding : evaluate(subject, timeline(seed)).findings()) {
        List<Firing> firings = finding.firings();
        for (int i = 1; i < firings.size(); i++) {
          Firing before = firings.get(i - 1);
          Firing now = firings.get(i);
          assertThat(
                  now.severity().moreUrgentThan(before.severity())
                      || now.severity() == before.severity())
              .isTrue();
          boolean exempt =
              now.severity().moreUrgentThan(before.severity())
                  || now.severity().name().equals("S1");
          assertThat(exempt || Duration.between(before.at(), now.at()).toDays() >= 14).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void howOftenTheClockTicksDoesNotMatter(int seed) {
    for (SubjectRef subject : subjects()) {
      howOftenTheClockTicksDoesNotMatter(subject, timeline(seed));
    }
  }

  private void howOftenTheClockTicksDoesNotMatter(SubjectRef subject, List<TimelineEntry> entries) {
    Findings atOnce = evaluate(subject, entries);
    State state = State.empty(subject);
    for (TimelineEntry entry : entries) {
      state = state.with(entry);
    }
    Instant now = Told.moment("2026-01-01");
    Step step = risk.fold(state, new Input.Reevaluated("start", now));
    while (!step.findings().deadlines().isEmpty()) {
      Deadline due = step.findings().deadlines().getFirst();
      TimelineEntry reached =
          new TimelineEntry.DeadlineReached(due.id(), due.pattern(), due.dueAt());
      // The recorded deadline moves time, whatever the clock of the host says.
      step = risk.fold(step.state(), new Input.Recorded(reached.key(), now, reached));
    }
    assertThat(step.findings().findings()).isEqualTo(atOnce.findings());
    assertThat(step.findings().notices()).isEqualTo(atOnce.notices());
  }
}
