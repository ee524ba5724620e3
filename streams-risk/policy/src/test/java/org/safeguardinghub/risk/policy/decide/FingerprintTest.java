package org.safeguardinghub.risk.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.finding.Evidence;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.finding.Support;

/** Whatever a reader sees of a finding is in its print. */
final class FingerprintTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:15:30.000000123Z");
  private static final Firing FIRING =
      new Firing(AT, LocalDate.of(2026, 3, 2), Severity.S3, Firing.RAISED, List.of("e-1"));
  private static final Evidence EVIDENCE = evidence("e-1", "HV-PHY-01", 3, HandlingClass.H0);

  static Evidence evidence(String id, String type, int level, HandlingClass handling) {
    return new Evidence(
        id,
        "r-" + id + ".0",
        type,
        "fablewick-nhs",
        OriginFamily.HLT,
        AT,
        AT.plusSeconds(5_000_000_000L),
        level,
        handling);
  }

  private static Finding finding(
      List<Firing> firings,
      Severity severity,
      List<Evidence> evidence,
      List<String> children,
      String because,
      List<String> notKnown,
      List<String> protective,
      boolean unconfirmed) {
    return finding(
        "f-1", firings, severity, evidence, children, because, notKnown, protective, unconfirmed);
  }

  static Finding finding(
      String id,
      List<Firing> firings,
      Severity severity,
      List<Evidence> evidence,
      List<String> children,
      String because,
      List<String> notKnown,
      List<String> protective,
      boolean unconfirmed) {
    return new Finding(
        id,
        "P01",
        "A bruise",
        "",
        SubjectRef.child("c-rowan"),
        children,
        firings,
        severity,
        evidence,
        because,
        List.of("a birthmark"),
        notKnown,
        protective,
        "a source",
        "a question",
        unconfirmed,
        false,
        Support.NOT_ASKED);
  }

  private static String of(
      Firing firing, Evidence evidence, List<String> children, boolean unconfirmed) {
    return Fingerprint.of(
        finding(
            List.of(firing),
            Severity.S3,
            List.of(evidence),
            children,
            "A bruise was seen.",
            List.of("what the carers say"),
            List.of("p-1"),
            unconfirmed));
  }

  private static String of(Firing firing, Evidence evidence) {
    return of(firing, evidence, List.of("c-rowan"), false);
  }

  private static String of(
      Severity severity, String because, List<String> notKnown, List<String> protective) {
    return Fingerprint.of(
        finding(
            List.of(FIRING),
            severity,
            List.of(EVIDENCE),
            List.of("c-rowan"),
            because,
            notKnown,
            protective,
            false));
  }

  // It is stored: another print after an upgrade would publish every finding once more.
  @Test
  void itIsTheSameInEveryRelease() {
    assertThat(of(FIRING, EVIDENCE)).isEqualTo("bf94c3b104ea8e25");
  }

  @Test
  void everyPartShows() {
    LocalDate day = FIRING.date();
    List<String> ids = FIRING.evidence();
    List<String> notKnown = List.of("what the carers say");
    List<String> prints =
        List.of(
            of(FIRING, EVIDENCE),
            of(new Firing(AT.plusNanos(1), day, Severity.S3, "raised", ids), EVIDENCE),
            of(new Firing(AT.plusSeconds(1), day, Severity.S3, "raised", ids), EVIDENCE),
            of(new Firing(AT, day.plusDays(1), Severity.S3, "raised", ids), EVIDENCE),
            of(new Firing(AT, day, Severity.S2, "raised", ids), EVIDENCE),
            of(new Firing(AT, day, Severity.S3, "re-fire", ids), EVIDENCE),
            of(new Firing(AT, day, Severity.S3, "raised", List.of("e-1", "e-2")), EVIDENCE),
            of(FIRING, evidence("e-2", "HV-PHY-01", 3, HandlingClass.H0)),
            of(FIRING, evidence("e-1", "HV-PHY-02", 3, HandlingClass.H0)),
            of(FIRING, evidence("e-1", "HV-PHY-01", 4, HandlingClass.H0)),
            of(FIRING, evidence("e-1", "HV-PHY-01", 3, HandlingClass.H2)),
            of(FIRING, EVIDENCE, List.of("c-rowan", "c-sister"), false),
            of(FIRING, EVIDENCE, List.of("c-rowanc-sister"), false),
            of(FIRING, EVIDENCE, List.of("c-rowan"), true),
            of(Severity.S2, "A bruise was seen.", notKnown, List.of("p-1")),
            of(Severity.S3, "A bruise was seen!", notKnown, List.of("p-1")),
            of(Severity.S3, "A bruise was seen.", List.of("what the carer says"), List.of("p-1")),
            of(Severity.S3, "A bruise was seen.", notKnown, List.of("p-2")));
    assertThat(new HashSet<>(prints)).hasSameSizeAs(prints);
  }

  /** The firings, and then the evidence, that two readings begin with are not printed again. */
  @Test
  void whatIsKnownOfAnEarlierReadingChangesNothing() {
    Random random = new Random(7);
    List<Firing> firings = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String id = "e-" + i;
      firings.add(
          new Firing(AT.plusSeconds(i), FIRING.date(), Severity.S3, Firing.AGAIN, List.of(id)));
      evidence.add(evidence(id, "HV-PHY-01", 3, HandlingClass.H0));
      remarks.add("not known: " + i);
    }
    Finding last = some(firings, evidence, remarks, random);
    Fingerprint known = Fingerprint.taken(last);
    for (int step = 0; step < 500; step++) {
      Finding next = some(firings, evidence, remarks, random);

      known = known.next(Shared.of(last, next));

      assertThat(known.text()).isEqualTo(Fingerprint.of(next));
      last = next;
    }
  }

  private static Finding some(
      List<Firing> firings, List<Evidence> evidence, List<String> remarks, Random random) {
    List<Firing> fired = random.nextInt(3) > 0 ? firings : some(firings, random);
    return finding(
        fired.isEmpty() ? List.of(FIRING) : fired,
        random.nextInt(4) > 0 ? Severity.S3 : Severity.S2,
        some(evidence, random),
        List.of(),
        "A bruise.",
        some(remarks, random),
        List.of(),
        false);
  }

  private static <T> List<T> some(List<T> all, Random random) {
    return all.stream().filter(_ -> random.nextInt(4) > 0).toList();
  }
}
