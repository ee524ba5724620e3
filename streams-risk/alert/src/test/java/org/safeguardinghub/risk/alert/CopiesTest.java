package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.alert.Desks.at;
import static org.safeguardinghub.risk.alert.Desks.evidence;
import static org.safeguardinghub.risk.alert.Desks.finding;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;

/** Who gets a copy of an alert, once, and who no longer does. */
final class CopiesTest {
  private static final Instant MONDAY = at("2026-03-02T10:00:00");
  private static final Instant LATER = at("2026-03-02T11:00:00");

  private final Desks desks = new Desks();

  private static ChildSituation child(String ref, String... network) {
    return ChildSituation.UNKNOWN.knownTo(ref, List.of(network));
  }

  private List<String> copies() {
    return desks.only().dossier().audience().copies().stream()
        .map(
            copy ->
                "%s%s %s %s%s"
                    .formatted(
                        copy.desk().role(),
                        copy.desk().agency().map(agency -> "@" + agency).orElse(""),
                        copy.personId(),
                        copy.children(),
                        copy.open() ? "" : " shut"))
        .toList();
  }

  @Test
  void theSchoolOfTheChildIsToldOnceAndOfThatChildOnly() {
    desks.situation =
        new Situation(
            List.of(
                child("c-rowan", "fablewick-police", "tumbledown-primary"),
                child("c-sib", "quillmarsh-academy"),
                child("c-baby", "fablewick-nhs")));

    desks.raise(finding("f1", "P07", Severity.S2), MONDAY);

    assertThat(desks.told())
        .containsExactly(
            "NEW_ALERT to p-mash", "COPY to p-dsl", "COPY to p-dsl-academy", "COPY to p-police");
    assertThat(copies())
        .containsExactly(
            "dsl@tumbledown-primary p-dsl [c-rowan]",
            "dsl@quillmarsh-academy p-dsl-academy [c-sib]",
            "police-mash-lead p-police []");
    assertThat(desks.changes()).as("one picture").containsExactly(Change.RAISED);

    desks.surroundings(LATER);

    assertThat(desks.outputs).isEmpty();
  }

  @Test
  void aCopyIsTakenOverByWhoeverFollowsAndGivenWhenSomebodyIsThere() {
    desks.leaves("p-nurse", MONDAY);
    desks.raise(finding("f1", "P06", Severity.S3), MONDAY);
    assertThat(desks.told()).containsExactly("NEW_ALERT to p-mash");

    desks.directory =
        desks.directory.with(
            9,
            new Contact("p-nurse", List.of(Channel.EMAIL), Desks.EVER, java.util.Optional.empty()));
    desks.surroundings(LATER);

    assertThat(desks.told()).containsExactly("COPY to p-nurse");
    assertThat(desks.changes()).containsExactly(Change.COPIED);
    assertThat(desks.picture()).isEqualTo("Open S3 mash-manager/p-mash rung 0 row 19");
  }

  @Test
  void whoIsInConflictGetsNoneAndWhoComesNextDoes() {
    desks.directory =
        desks.directory.with(
            8,
            new Contact(
                "p-police",
                List.of(Channel.EMAIL),
                Desks.EVER,
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                Set.of("child/c-rowan")));

    desks.raise(finding("f1", "P09", Severity.S2), MONDAY);

    assertThat(desks.told()).doesNotContain("COPY to p-police");
  }

  @Test
  void aChangeOfSchoolShutsTheCopyOfTheFormerOne() {
    desks.situation = Situation.of(child("c-rowan", "tumbledown-primary"));
    desks.raise(finding("f1", "P03", Severity.S3), MONDAY);
    desks.situation = Situation.of(child("c-rowan", "quillmarsh-academy", "tumbledown-primary"));

    desks.surroundings(LATER);

    assertThat(desks.told()).containsExactly("COPY to p-dsl-academy");
    assertThat(copies())
        .containsExactly(
            "dsl@tumbledown-primary p-dsl [] shut",
            "dsl@quillmarsh-academy p-dsl-academy [c-rowan]");
  }

  @Test
  void whatGrowsOrComesBackIsToldAgainAndWhatStaysIsNot() {
    desks.raise(finding("f1", "P06", Severity.S3), MONDAY);
    desks.strengthen(
        finding("f1", "P06", Severity.S3, evidence("e-2", OriginFamily.HLT, 3, HandlingClass.H1)),
        LATER);
    assertThat(desks.told()).containsExactly("STRENGTHENED to p-mash");

    desks.strengthen(finding("f1", "P06", Severity.S2), at("2026-03-02T12:00:00"));
    assertThat(desks.told()).containsExactly("STRENGTHENED to p-mash", "COPY to p-nurse");

    desks.withdraw("f1", at("2026-03-02T13:00:00"));
    assertThat(desks.told()).containsExactly("WITHDRAWN to p-mash", "WITHDRAWN to p-nurse");
    assertThat(desks.only().dossier().audience().toConfirm()).contains("p-nurse");

    desks.strengthen(finding("f1", "P06", Severity.S2), at("2026-03-02T14:00:00"));
    assertThat(desks.told()).containsExactly("NEW_ALERT to p-mash", "COPY to p-nurse");
  }

  @Test
  void protectionShutsEveryCopyAndNothingSealedIsCopied() {
    desks.raise(finding("f1", "P06", Severity.S3), MONDAY);
    desks.situation = Situation.of(new ChildSituation(true, Set.of(), false, false, false, false));

    desks.surroundings(LATER);
    assertThat(copies()).containsExactly("named-nurse p-nurse [] shut");

    for (Finding sealed :
        List.of(
            finding("f2", "P35", Severity.S1),
            finding("f2", "P06", Severity.S3, evidence("e", OriginFamily.CSC, 3, HandlingClass.H5)),
            Desks.unconfirmed(finding("f2", "P06", Severity.S3)),
            Desks.staged(PolicyDecisions.STEWARD, finding("f2", "P06", Severity.S3)))) {
      Desks others = new Desks();
      others.raise(sealed, MONDAY);
      assertThat(others.only().dossier().audience().copies()).as(sealed.pattern()).isEmpty();
    }
  }

  @Test
  void aDisagreementIsNotForWhoHasACopy() {
    desks.raise(finding("f1", "P06", Severity.S3), MONDAY);

    desks.act(
        new Action.Disagree("d-1", desks.only().id(), "p-team", LATER, 1, Desks.words("d-1")));

    assertThat(desks.told()).containsExactly("DISAGREEMENT to p-mash");
  }

  @Test
  void aChildThatGoesOnUnderAnotherReferenceKeepsItsCopies() {
    desks.situation = Situation.of(child("c-rowan", "tumbledown-primary"));
    desks.raise(finding("f1", "P03", Severity.S3), MONDAY);
    AlertState merged =
        AlertState.empty(org.safeguardinghub.kernel.subject.SubjectRef.child("c-two"));

    Step step =
        new AlertRules(
                RoutingTable.load(), org.safeguardinghub.kernel.calendar.WorkingCalendar.load())
            .fold(
                merged,
                new AlertInput.MovedIn(List.of(desks.only()), "merged", desks.moment(LATER)));

    assertThat(step.state().alerts().values())
        .flatExtracting(alert -> alert.dossier().audience().copies())
        .extracting(Copy::children)
        .containsExactly(Set.of("c-two"));
    assertThat(step.outputs()).noneMatch(AlertOutput.Notify.class::isInstance);
  }
}
