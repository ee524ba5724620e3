package org.safeguardinghub.connectors.form.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

class PlaceCheckTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
  private static final String HEAD =
      """
      id: t
      version: 1
      effectiveFrom: 2026-01-01
      title: Test
      families: [HSG]
      legalGateway: CA2004-S10
      otherwise: {reason: NONE, why: nothing}
      """;
  private static final String CSV =
      HEAD
          + """
          csv: {columns: [No, Opened]}
          people:
            - ref: Child
              claims:
                givenNames: Forename
                familyName: {first: [Surname, Last name]}
          events:
            - event: case
              when: [{at: Status, isNot: [void]}]
              recordId: [No]
              occurredAt: Opened
              becomes: HSG-DIS-01
          """;
  private static final String HEADINGS = "NO,Opened,Child,Fore Name,Surname,Status\n";
  private static final String ROW = "1,02/03/2026,c1,Tansy,Quibblewort,\n";

  @Test
  void namesColumnsThatTheHeadingsLackWithUseAndLine() {
    String typos = CSV.replace("Forename", "Forname").replace("at: Status", "at: State");
    NotFound found = notFound(typos, HEADINGS + ROW);
    assertThat(NotFound.words(found.columns()))
        .isEqualTo(
            "Forname (people/claims/givenNames at line 12), State (event case, when at line 16)");
    assertThat(found.toString()).doesNotContain("Quibblewort", "Tansy");
  }

  @Test
  void anEmptyCellIsNoTypingErrorAndOneOfSeveralHeadingsIsEnough() {
    NotFound found = notFound(CSV, HEADINGS + ROW);
    assertThat(found.columns()).isEmpty();
    assertThat(NotFound.words(found.places()))
        .isEqualTo("Last name (people/claims/familyName at line 13)");
    assertThat(notFound(CSV, HEADINGS.replace("Surname", "Name") + ROW).columns())
        .extracting(NotFound.Named::place)
        .containsExactly("Surname", "Last name");
  }

  @Test
  void saysNothingOfHeadingsThatAreAnotherFiles() {
    assertThat(notFound(CSV, "a,b\n1,2\n").columns()).isEmpty();
  }

  @Test
  void aColumnMayStandInTheListThatIsJoined() {
    String joined =
        CSV.replaceFirst("\ncsv:", "\njoin: {list: others, by: Chld}\ncsv:")
            .replace("Forename", "Forname");
    NotFound found = notFound(joined, HEADINGS + ROW);
    assertThat(found.columns()).extracting(NotFound.Named::place).containsExactly("Chld");
    assertThat(found.places()).extracting(NotFound.Named::place).contains("Forname");
  }

  private static final String JSON =
      HEAD
          + """
          json: {keys: [list], records: list}
          people:
            - each: children
              ref: id
              claims: {fullName: name/last}
          events:
            - event: case
              each: cases
              recordId: [../id, n]
              occurredAt: day
              becomes: HSG-DIS-01
              narrative: {join: [{all: words}, {part: '(.*)', of: more}, {text: x}]}
              references: {householdRef: ../tenancy/ref}
              attributes:
                - attribute: childImpact
                  from: affectsChildren
          """;
  private static final String RECORDS =
      """
      {"list": [
        {"id": 1, "children": [{"id": "c", "name": {"last": "Quibblewort"}}]},
        {"id": 2, "tenancy": {"ref": "t"},
         "cases": [{"n": 1, "day": "2026-03-02", "words": "w", "more": "m", "affectsChildren": true}]}]}
      """;

  @Test
  void aPlaceThatOneRecordHasIsFound() {
    NotFound found = notFound(JSON, RECORDS);
    assertThat(found.places()).isEmpty();
    assertThat(found.records()).isEqualTo(2);
  }

  @Test
  void namesPlacesThatNoRecordHas() {
    String typos =
        JSON.replace("name/last", "name/lst")
            .replace("tenancy/ref", "tenancy/reff")
            .replace("affectsChildren", "affectChildren")
            .replace("[../id", "[../../id");
    NotFound found = notFound(typos, RECORDS);
    assertThat(found.columns()).isEmpty();
    assertThat(found.places())
        .extracting(NotFound.Named::toString)
        .containsExactly(
            "name/lst (people/claims/fullName at line 12)",
            "../../id (event case, recordId at line 16)",
            "../tenancy/reff (event case, references/householdRef at line 20)",
            "affectChildren (event case, attributes/childImpact at line 23)");
  }

  @Test
  void ofAListThatIsNowhereOnlyTheListIsMissing() {
    assertThat(notFound(JSON.replace("each: cases", "each: caes"), RECORDS).places())
        .extracting(NotFound.Named::toString)
        .containsExactly("caes (event case, each at line 15)");
  }

  private static NotFound notFound(String yaml, String sample) {
    return MappingReader.shipped("t.yaml", yaml, CATALOGUE)
        .notFound(Received.of("", sample.getBytes(UTF_8)));
  }
}
