package org.safeguardinghub.console.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.CopyFunction;
import org.safeguardinghub.console.alert.DeliveryLine;
import org.safeguardinghub.console.alert.EventDetail;
import org.safeguardinghub.console.alert.Minutes;
import org.safeguardinghub.console.alert.Without;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.kernel.subject.SubjectRef;

/** Invented alerts. Words are "sealed" as their own bytes; {@link #open} reads them back. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-03-24T10:15:00Z");
  public static final String CHILD = "c-bracken";

  private Samples() {}

  public static Sealed sealed(String words) {
    return new Sealed("person:p1", "e1", ByteBuffer.wrap(words.getBytes(UTF_8)));
  }

  public static Optional<String> open(Sealed sealed) {
    ByteBuffer copy = sealed.ciphertext().duplicate();
    byte[] bytes = new byte[copy.remaining()];
    copy.get(bytes);
    return Optional.of(new String(bytes, UTF_8));
  }

  /** Fills a store with one neglect alert for the MASH manager, and what belongs to it. */
  public static void fill(MemoryAlerts store) {
    store.put(neglect());
    store.put(missing());
    store.put(school());
    store.putClaims(
        CHILD,
        sealed(
            "{\"givenNames\":\"Bracken\",\"familyName\":\"THISTLEDOWN\",\"dateOfBirth\":\"2018-05-14\"}"));
    store.putClaims("c-teasel", sealed("{\"fullName\":\"Teasel Marlpit\"}"));
    event(
        store,
        "e1",
        "EDU-NEG-01",
        "tumbledown-primary",
        "EDU",
        "2026-02-20T09:10:00Z",
        "2026-02-20T11:00:00Z",
        2,
        HandlingClass.H1,
        "Came without lunch or a coat for the third time since half term. Says there is no food at home on Mondays.",
        "My tummy hurts in assembly.");
    event(
        store,
        "e2",
        "GP-WNB-01",
        "fablewick-nhs",
        "HLT",
        "2026-03-03T14:30:00Z",
        "2026-03-09T08:00:00Z",
        2,
        HandlingClass.H1,
        "Not brought to the asthma review. No reply to two letters.",
        "");
    event(
        store,
        "e3",
        "HSG-DIS-01",
        "fablewick-housing",
        "HSG",
        "2026-03-17T10:00:00Z",
        "2026-03-18T09:00:00Z",
        2,
        HandlingClass.H1,
        "Visit for repairs: no bedding in the children's room, boiler off since January.",
        "");
    event(
        store,
        "e4",
        "CAM-MH-02",
        "fablewick-nhs",
        "HLT",
        "2026-03-20T09:00:00Z",
        "2026-03-20T12:00:00Z",
        2,
        HandlingClass.H2,
        "SECRET-OF-H2",
        "");
    event(
        store,
        "e5",
        "EDU-PROT-01",
        "tumbledown-primary",
        "EDU",
        "2026-03-12T15:00:00Z",
        "2026-03-12T16:00:00Z",
        1,
        HandlingClass.H1,
        "Aunt now collects on Fridays and stays to read.",
        "");
    store.putDelivery(
        "a-neglect",
        new DeliveryLine(
            "p-mash-manager",
            DeliveryLine.Channel.EMAIL,
            DeliveryLine.Outcome.DELIVERED,
            1,
            Instant.parse("2026-03-24T08:01:00Z")));
  }

  private static void event(
      MemoryAlerts store,
      String id,
      String type,
      String agency,
      String family,
      String occurred,
      String received,
      int level,
      HandlingClass handling,
      String narrative,
      String voice) {
    store.putEvent(
        CHILD,
        new EventDetail(
            id,
            type,
            agency,
            family,
            Instant.parse(occurred),
            EventDetail.Precision.DAY,
            Instant.parse(received),
            level,
            handling,
            Assertion.OBSERVED,
            true,
            Optional.of(sealed(narrative)),
            voice.isEmpty() ? Optional.empty() : Optional.of(sealed(voice)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /** Owned by the MASH manager; one of its items is held by Health. */
  public static Alert neglect() {
    return alert(
        "a-neglect",
        CHILD,
        Severity.S2,
        List.of(
            finding(
                "P03",
                "Neglect noticed by several agencies",
                Severity.S2,
                "Three agencies reported signs of neglect within 30 days: school (20 February), GP (3 March), housing (17 March).",
                List.of(
                    evidence(
                        "e1",
                        "EDU-NEG-01",
                        "tumbledown-primary",
                        "EDU",
                        "2026-02-20T09:10:00Z",
                        "2026-02-20T11:00:00Z",
                        HandlingClass.H1),
                    evidence(
                        "e2",
                        "GP-WNB-01",
                        "fablewick-nhs",
                        "HLT",
                        "2026-03-03T14:30:00Z",
                        "2026-03-09T08:00:00Z",
                        HandlingClass.H1),
                    evidence(
                        "e3",
                        "HSG-DIS-01",
                        "fablewick-housing",
                        "HSG",
                        "2026-03-17T10:00:00Z",
                        "2026-03-18T09:00:00Z",
                        HandlingClass.H1))),
            finding(
                "P06",
                "Not brought to health appointments",
                Severity.S3,
                "Two appointments missed: GP (3 March) and CAMHS (20 March).",
                List.of(
                    evidence(
                        "e2",
                        "GP-WNB-01",
                        "fablewick-nhs",
                        "HLT",
                        "2026-03-03T14:30:00Z",
                        "2026-03-09T08:00:00Z",
                        HandlingClass.H1),
                    evidence(
                        "e4",
                        "CAM-MH-02",
                        "fablewick-nhs",
                        "HLT",
                        "2026-03-20T09:00:00Z",
                        "2026-03-20T12:00:00Z",
                        HandlingClass.H2)))),
        new Alert.Owner(
            "mash-manager",
            "p-mash-manager",
            "19",
            "No agency has an open case for this child, so the front door of the area leads"),
        "2026-03-24T16:00:00Z",
        false);
  }

  /** Owned by the LA missing co-ordinator, overdue. */
  public static Alert missing() {
    return alert(
        "a-missing",
        "c-teasel",
        Severity.S3,
        List.of(
            finding(
                "P11",
                "Return interview not held in time",
                Severity.S3,
                "Missing on 16 March, returned on 17 March; no return interview was reported within 72 hours.",
                List.of(
                    evidence(
                        "m1",
                        "POL-MIS-02",
                        "fablewick-police",
                        "POL",
                        "2026-03-17T06:00:00Z",
                        "2026-03-17T07:00:00Z",
                        HandlingClass.H1)))),
        new Alert.Owner("la-missing-coordinator", "p-la-missing", "6", "A return interview is due"),
        "2026-03-23T16:00:00Z",
        true);
  }

  /** Owned by the safeguarding lead of one school. */
  public static Alert school() {
    return alert(
        "a-school",
        CHILD,
        Severity.S3,
        List.of(
            finding(
                "P10",
                "Attendance is falling",
                Severity.S3,
                "Attendance fell below 90 %.",
                List.of())),
        new Alert.Owner("dsl", "p-dsl-tumbledown", "18", "Only the school has reported"),
        "2026-03-25T17:00:00Z",
        false);
  }

  private static Alert alert(
      String id,
      String child,
      Severity severity,
      List<Alert.Finding> findings,
      Alert.Owner owner,
      String due,
      boolean identityUnconfirmed) {
    return new Alert(
        id,
        SubjectRef.child(child),
        List.of(child),
        Alert.State.OPEN,
        severity,
        findings,
        owner,
        0,
        Optional.of(Instant.parse(due)),
        identityUnconfirmed,
        Instant.parse("2026-03-24T08:00:00Z"),
        Instant.parse("2026-03-24T08:00:00Z"),
        Optional.empty(),
        "raised",
        1,
        7,
        Set.of(),
        Optional.empty(),
        Minutes.NONE,
        List.of());
  }

  private static Alert.Finding finding(
      String pattern,
      String title,
      Severity severity,
      String because,
      List<Alert.Evidence> evidence) {
    return new Alert.Finding(
        "f-" + pattern,
        pattern,
        title,
        "",
        LocalDate.of(2026, 3, 17),
        severity,
        because,
        "Does this child get enough to eat, warmth and care at home, and who has seen the home?",
        List.of("The missed appointment was moved and the letter was not sent"),
        List.of("Whether the family was told", "Whether the other children are well"),
        "Thematic reviews of neglect, 2024",
        evidence,
        true,
        false);
  }

  private static Alert.Evidence evidence(
      String id,
      String type,
      String agency,
      String family,
      String occurred,
      String received,
      HandlingClass handling) {
    return new Alert.Evidence(
        id,
        type,
        agency,
        family,
        Instant.parse(occurred),
        Instant.parse(received),
        2,
        handling,
        Optional.of(Without.NOT_RAISED),
        true);
  }

  /** The same event, held by the police. */
  public static EventDetail strictest(EventDetail event) {
    return new EventDetail(
        event.eventId(),
        event.type(),
        event.agency(),
        event.family(),
        event.occurredAt(),
        event.precision(),
        event.receivedAt(),
        event.level(),
        HandlingClass.H3,
        event.assertion(),
        event.identityConfirmed(),
        event.narrative(),
        event.childVoice(),
        event.supersedes(),
        event.incident(),
        event.derivedFrom());
  }

  public static Alert withVersion(Alert alert, long version) {
    AlertDraft draft = new AlertDraft(alert);
    draft.version = version;
    draft.reason = "a new finding";
    return draft.alert();
  }

  public static Alert answered(Alert alert, Alert.Acknowledgement answer) {
    AlertDraft draft = new AlertDraft(alert);
    draft.state = Alert.State.ACKNOWLEDGED;
    draft.answer = Optional.of(answer);
    draft.version = alert.version() + 1;
    draft.reason = "acknowledged";
    return draft.alert();
  }

  /** Another alert like this one. */
  public static Alert another(String id, Alert alert) {
    AlertDraft draft = new AlertDraft(alert);
    draft.id = id;
    return draft.alert();
  }

  /** The same alert with other findings. */
  public static Alert withFindings(Alert alert, List<Alert.Finding> findings) {
    AlertDraft draft = new AlertDraft(alert);
    draft.findings = findings;
    return draft.alert();
  }

  /** The same alert, withdrawn, which these persons have still to confirm. */
  public static Alert withdrawn(Alert alert, String... toConfirm) {
    AlertDraft draft = new AlertDraft(alert);
    draft.state = Alert.State.WITHDRAWN;
    draft.dueAt = Optional.empty();
    draft.answer = Optional.empty();
    draft.version = 5;
    draft.reason = "P03 withdrawn: it was an error";
    draft.toConfirm = Set.of(toConfirm);
    return draft.alert();
  }

  /** The same alert with a disagreement. */
  public static Alert disagreed(Alert alert, Alert.Disagreement disagreement) {
    AlertDraft draft = new AlertDraft(alert);
    draft.disagreement = Optional.of(disagreement);
    return draft.alert();
  }

  /** The same alert with what was agreed and decided about it. */
  public static Alert with(Alert alert, Minutes minutes) {
    AlertDraft draft = new AlertDraft(alert);
    draft.minutes = minutes;
    return draft.alert();
  }

  /** The same alert, of which a role has a copy. */
  public static Alert copied(Alert alert, Alert.Copy... copies) {
    AlertDraft draft = new AlertDraft(alert);
    draft.copies = List.of(copies);
    return draft.alert();
  }

  /** A copy for a role of one agency, or of the area where there is none. */
  public static Alert.Copy copy(
      String role,
      Optional<String> agency,
      CopyFunction function,
      String person,
      String... children) {
    return new Alert.Copy(role, agency, function, person, Set.of(children), NOW, true);
  }

  /** A nurse's visit that is overdue, a meeting to come, and a letter that was sent. */
  public static Minutes minutes() {
    return new Minutes(
        List.of(
            planned("visit", "Nurse visit at home", role("named-nurse"), NOW.minusSeconds(3600)),
            planned(
                "meeting",
                "Review meeting",
                new Minutes.Party(Minutes.Party.Kind.AGENCY, "fablewick-social-care"),
                NOW.plusSeconds(86_400)),
            new Minutes.Planned(
                "letter",
                sealed("Letter to the landlord"),
                new Minutes.Party(Minutes.Party.Kind.PERSON, "p-mash-manager"),
                NOW.minusSeconds(7200),
                "p-mash-manager",
                NOW.minusSeconds(90_000),
                sealed("The boiler is off"),
                Optional.of(
                    new Minutes.Outcome(
                        true,
                        "p-mash-manager",
                        NOW.minusSeconds(9000),
                        sealed("Sent by post and mail"))),
                Optional.of("p-mash-manager"))),
        List.of(
            new Minutes.Shared(
                "s-1",
                false,
                sealed("The mother's new partner"),
                sealed("What the school saw"),
                "PUTS_AT_RISK",
                "p-mash-manager",
                NOW.minusSeconds(600),
                sealed("He is named in two reports"))));
  }

  private static Minutes.Party role(String role) {
    return new Minutes.Party(Minutes.Party.Kind.ROLE, role);
  }

  private static Minutes.Planned planned(String id, String what, Minutes.Party who, Instant dueAt) {
    return new Minutes.Planned(
        id,
        sealed(what),
        who,
        dueAt,
        "p-mash-manager",
        NOW.minusSeconds(90_000),
        sealed("Agreed in the strategy discussion"),
        Optional.empty(),
        who.kind() == Minutes.Party.Kind.ROLE ? Optional.of("p-named-nurse") : Optional.empty());
  }

  /** The same alert under another id, for tests that change it. */
  public static Alert copyOf(Alert alert, String id) {
    AlertDraft draft = new AlertDraft(alert);
    draft.id = id;
    draft.reason = "raised";
    return draft.alert();
  }

  /** The same alert about another subject, under an id of its own. */
  public static Alert of(Alert alert, SubjectRef subject, List<String> children) {
    AlertDraft draft = new AlertDraft(alert);
    draft.id = "a-" + subject.ref();
    draft.subject = subject;
    draft.children = children;
    return draft.alert();
  }

  /** The same alert, with its first item of another handling class. */
  public static Alert resting(Alert alert, HandlingClass handling) {
    Alert.Finding finding = alert.findings().getFirst();
    List<Alert.Evidence> evidence = new ArrayList<>(finding.evidence());
    Alert.Evidence first = evidence.getFirst();
    evidence.set(
        0,
        new Alert.Evidence(
            first.eventId(),
            first.type(),
            first.agency(),
            first.family(),
            first.occurredAt(),
            first.receivedAt(),
            first.level(),
            handling,
            first.without(),
            first.inSmallest()));
    AlertDraft draft = new AlertDraft(alert);
    draft.findings =
        List.of(
            new Alert.Finding(
                finding.id(),
                finding.pattern(),
                finding.title(),
                finding.stage(),
                finding.date(),
                finding.severity(),
                finding.because(),
                finding.question(),
                finding.wouldBeWrong(),
                finding.notKnown(),
                finding.source(),
                evidence,
                finding.standing(),
                finding.learnedLate()));
    return draft.alert();
  }

  public static Alert.Owner owner(String role, String person) {
    return new Alert.Owner(role, person, "19", "because");
  }
}
