package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.alert.Desks.evidence;
import static org.safeguardinghub.risk.alert.Desks.finding;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.Scope;

final class RoutingTableTest {
  private static final Severity S1 = Severity.S1;
  private static final Severity S3 = Severity.S3;
  private static final ChildSituation NONE = ChildSituation.UNKNOWN;

  private final RoutingTable table = RoutingTable.load();

  @Test
  void theShippedTableHasEveryRowOfTheReferenceInItsOrder() {
    assertThat(table.rows())
        .extracting(RouteRow::id)
        .containsExactly(
            "0", "0a", "1", "1a", "2", "3", "3a", "3b", "4a", "4b", "5a", "5b", "5c", "5d", "5e",
            "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19");
  }

  @Test
  void eachSituationMeetsItsRow() {
    Finding plain = finding("f", "P03", S3);
    Finding lado = finding("f", "P03", S3, evidence("e", OriginFamily.CSC, 3, HandlingClass.H5));
    Finding police = finding("f", "P03", S3, evidence("e", OriginFamily.POL, 3, HandlingClass.H3));
    Finding critical =
        finding("f", "P01", S1, evidence("e", OriginFamily.HLT, 4, HandlingClass.H1));
    Finding school = finding("f", "P05", S3, evidence("e", OriginFamily.EDU, 2, HandlingClass.H1));
    Finding health = finding("f", "P06", S3, evidence("e", OriginFamily.HLT, 2, HandlingClass.H1));

    assertThat(row(lado, NONE)).isEqualTo("1");
    assertThat(row(plain, new ChildSituation(true, Set.of(), false, false, false, false)))
        .isEqualTo("2");
    Finding unchecked = Desks.staged(PolicyDecisions.STEWARD, finding("f", "P33", S1));
    assertThat(row(Desks.unconfirmed(unchecked), NONE)).isEqualTo("3");
    assertThat(row(Desks.unconfirmed(critical), NONE)).isEqualTo("3a");
    assertThat(row(Desks.unconfirmed(plain), NONE)).isEqualTo("3b");
    assertThat(row(finding("f", "P33", S3), NONE)).isEqualTo("4a");
    assertThat(row(police, NONE)).isEqualTo("4b");
    assertThat(row(finding("f", "P14", S3), NONE)).isEqualTo("5a");
    assertThat(row(Scope.ROLE, finding("f", "D01", S3), NONE)).isEqualTo("0");
    assertThat(row(Scope.FEED, finding("f", "D02", S3), NONE)).isEqualTo("0a");
    assertThat(row(Scope.ADULT, finding("f", "P37", S3), NONE)).isEqualTo("1a");
    assertThat(row(Scope.SETTING, finding("f", "P25", S3), NONE)).isEqualTo("5b");
    assertThat(row(Scope.SETTING, finding("f", "P26", S3), NONE)).isEqualTo("5b");
    // About the child who is said to have harmed it goes where that child's other alerts go.
    assertThat(row(finding("f", "P26", S3), open(CaseKind.IN_NEED))).isEqualTo("12");
    assertThat(row(finding("f", "P26", S3), NONE)).isEqualTo("19");
    assertThat(row(finding("f", "P28", S3), NONE)).isEqualTo("5c");
    assertThat(row(finding("f", "P29", S3), NONE)).isEqualTo("5d");
    assertThat(row(finding("f", "P37", S3), NONE)).isEqualTo("5e");
    assertThat(row(finding("f", "P11", S3), NONE)).isEqualTo("6");
    assertThat(row(finding("f", "P30", S3), NONE)).isEqualTo("7");
    assertThat(row(plain, new ChildSituation(false, Set.of(), false, true, false, false)))
        .isEqualTo("8");
    assertThat(row(critical, NONE)).isEqualTo("9");
    assertThat(row(critical, open(CaseKind.CHILD_PROTECTION, CaseKind.LOOKED_AFTER)))
        .isEqualTo("10");
    assertThat(row(plain, open(CaseKind.LOOKED_AFTER, CaseKind.ASSESSMENT))).isEqualTo("11");
    assertThat(row(plain, open(CaseKind.IN_NEED))).isEqualTo("12");
    assertThat(row(plain, open(CaseKind.ASSESSMENT))).isEqualTo("13");
    assertThat(row(finding("f", "P12", S3), NONE)).isEqualTo("14");
    assertThat(row(plain, new ChildSituation(false, Set.of(), false, false, true, false)))
        .isEqualTo("15");
    assertThat(row(plain, new ChildSituation(false, Set.of(), true, false, false, false)))
        .isEqualTo("16");
    assertThat(row(health, new ChildSituation(false, Set.of(), false, false, false, true)))
        .isEqualTo("17");
    assertThat(row(school, NONE)).isEqualTo("18");
    assertThat(row(health, NONE)).isEqualTo("19");
  }

  @Test
  void aHouseholdTakesTheFirstRowThatAnyOfItsChildrenMeets() {
    Situation family = new Situation(List.of(NONE, open(CaseKind.IN_NEED)));

    assertThat(table.match(Scope.HOUSEHOLD, List.of(finding("f", "P07", S3)), family).row().id())
        .isEqualTo("12");
  }

  @Test
  void aSchoolsOwnConcernGoesToThatSchoolsLead() {
    Desks desks =
        new Desks()
            .raise(
                finding("f", "P05", S3, evidence("e", OriginFamily.EDU, 2, HandlingClass.H1)),
                Desks.at("2026-03-02T10:00:00"));

    assertThat(desks.picture()).isEqualTo("Open S3 dsl/p-dsl rung 0 row 18");
  }

  @Test
  void aSchoolWithoutALeadInTheDirectoryGoesUp() {
    Desks desks = new Desks();
    desks.leaves("p-dsl", Desks.at("2026-03-01T10:00:00"));

    desks.raise(
        finding("f", "P05", S3, evidence("e", OriginFamily.EDU, 2, HandlingClass.H1)),
        Desks.at("2026-03-02T10:00:00"));

    assertThat(desks.picture()).isEqualTo("Open S3 mash-manager/p-mash rung 0 row 18");
    assertThat(desks.only().dossier().owner().because())
        .endsWith("Nobody could be reached as dsl, so it went up.");
  }

  private String row(Finding finding, ChildSituation child) {
    return row(Scope.CHILD, finding, child);
  }

  private String row(Scope scope, Finding finding, ChildSituation child) {
    return table.match(scope, List.of(finding), Situation.of(child)).row().id();
  }

  private static ChildSituation open(CaseKind... kinds) {
    return new ChildSituation(false, Set.of(kinds), false, false, false, false);
  }
}
