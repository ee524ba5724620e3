package org.safeguardinghub.connectors.agency.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.connectors.form.FormSource.Offer;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.conform.Conformance;
import org.safeguardinghub.connectors.form.conform.FileReport;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/** Invented files, each in the layout of a mapping that is shipped. */
class AgencyFormsTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
  private static final List<Offer> OFFERS = new AgencyForms().offers(CATALOGUE);
  private static final String DEFENDANT =
      """
      <ResultedCaseMessage><Session><CourtHearing><Hearing><DateOfHearing>2025-09-26</DateOfHearing></Hearing></CourtHearing>
      <Case><PTIURN>01</PTIURN><Defendant><ProsecutorReference>a1</ProsecutorReference><CourtIndividualDefendant>
      <PersonDefendant><BasePersonDetails><PersonName><PersonFamilyName>Quibblewort</PersonFamilyName></PersonName>
      <Birthdate>%s</Birthdate></BasePersonDetails></PersonDefendant><BailStatus>C</BailStatus></CourtIndividualDefendant>
      </Defendant></Case></Session></ResultedCaseMessage>
      """;

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of(
            "housing cases",
            """
            CaseNo;Opened;Category;Priority;Status;TenancyRef;ChildRef;ChildForename;ChildSurname;ChildDOB;Address;Notes;ChildAffected
            1;02/03/2025;DAMP;A;Open;t1;c1;Tansy;Quibblewort;04/05/2016;;Black mould;Y
            2;02/03/2025;REPAIR;C;Open;t1;;;;;;;
            3;02/03/2025;DAMP;A;Void;t1;;;;;;;
            """,
            "harbour-housing",
            Map.of("HSG-DIS-01", 1),
            Map.of("CODE_WITHOUT_EVENT", 1, "VOID_CASE", 1)),
        Arguments.of(
            "a children's home",
            """
            {"home": {"urn": "SC1"}, "incidents": [
              {"number": "i1", "kind": "self-harm", "seriousness": "serious", "started": "2025-03-02T21:10:00",
               "account": "Scratches", "youngPerson": {"placementNumber": "y1", "firstName": "Tansy"}},
              {"number": "i2", "kind": "allegation", "started": "2025-03-03T10:00:00", "account": "Said that ...",
               "staffNumber": "s9", "youngPerson": {"placementNumber": "y1"}},
              {"number": "i3", "kind": "property", "started": "2025-03-03T10:00:00", "youngPerson": {"placementNumber": "y1"}}]}
            """,
            "heron-home",
            Map.of("HOM-MH-01", 1, "HOM-ALG-01", 1),
            Map.of("CODE_WITHOUT_EVENT", 1)),
        Arguments.of(
            "youth work",
            """
            <sessions xmlns="urn:lantern:sessions"><session id="s1"><date>2025-03-02</date><place uprn="u1"/>
              <concern n="1"><words>Older men in cars</words></concern>
              <concern n="2" sharing="internal"><words>Broken table</words></concern></session><session id="s2"/></sessions>
            """,
            "lantern-youth-work",
            Map.of("VCS-YTH-01", 1),
            Map.of("NO_CONCERN", 1)),
        Arguments.of(
            "youth justice",
            """
            ContactId,ContactDate,Outcome,YoungPersonId,Forename,Surname,DOB,PNC,Comment
            1,02/03/2025,DNA,y1,Tansy,Quibblewort,04/05/2009,,
            2,03/03/2025,SWB-VH,y1,,,,,
            3,04/03/2025,KEPT,y1,,,,,
            """,
            "fable-youth-justice",
            Map.of("YJS-BRE-01", 1, "YJS-EXP-01", 1),
            Map.of("CODE_WITHOUT_EVENT", 1)),
        Arguments.of(
            "a child is remanded",
            "<DeliverRequest><Message>"
                + DEFENDANT.formatted("2009-11-11")
                + "</Message></DeliverRequest>",
            "court-results",
            Map.of("YJS-REM-01", 1),
            Map.of()),
        Arguments.of(
            "an adult is remanded",
            "<DeliverRequest><Message>"
                + DEFENDANT.formatted("1999-11-11")
                + "</Message></DeliverRequest>",
            "court-results",
            Map.of(),
            Map.of("NO_REMAND_OF_A_CHILD", 1)),
        Arguments.of(
            "a child is remanded, inside of an envelope",
            "<RouteData><DataStream><DataStreamContent> "
                + DEFENDANT.formatted("2009-11-11").replace("<", "&lt;")
                + "</DataStreamContent></DataStream></RouteData>",
            "court-results-routed",
            Map.of("YJS-REM-01", 1),
            Map.of()),
        Arguments.of(
            "a test of the route",
            "<RouteData><RequestFromSystem><TestOperation> true </TestOperation></RequestFromSystem></RouteData>",
            "court-results-test",
            Map.of(),
            Map.of("TEST_MESSAGE", 1)),
        Arguments.of(
            "an order of the family court",
            """
            {"state": "CLOSED", "caseData": {"orderCollection": [
              {"id": "o1", "value": {"orderType": "C23_EMERGENCY_PROTECTION_ORDER", "dateOfIssue": "26 May 2025",
                "children": [{"id": "c1", "value": {"party": {"firstName": "Tansy", "lastName": "Quibblewort",
                  "dateOfBirth": "2015-08-01"}}}]}},
              {"id": "o2", "value": {"type": "Blank order (C21)", "dateOfIssue": "26 May 2025"}}]}}
            """,
            "family-court-case",
            Map.of("CSC-EPO-01", 1),
            Map.of()),
        Arguments.of(
            "suspensions",
            """
            pupilonrolltableid,NativeId,termlyexclusionsonrolltableid,startdate,sessions,reason1,reason2,reason3,category
            p1,S1,x1,2025-Mar-03 00:00:00,10.0,PP,,,FIXD
            p1,S1,x2,2025-Apr-01 00:00:00,,DA,,,PERM
            """,
            "school-census-exclusions",
            Map.of("EDU-EXC-01", 1, "EDU-EXC-02", 1),
            Map.of()),
        Arguments.of(
            "a health custodian",
            """
            {"orgId": "H", "orgType": "HEALTH", "records": [{"recordId": "r1", "personId": "9990000018", "payload":
              {"missedAppointments": [{"date": "2025-10-29", "setting": "GP", "reason": null}],
               "emergencyDepartmentAttendances": [{"date": "2025-11-29", "reason": "Fall"}]}}]}
            """,
            "sui-health",
            Map.of("GP-WNB-01", 1, "ED-ATT-01", 1),
            Map.of()),
        Arguments.of(
            "a letting",
            "tenancycode,hhmemb,homeless,startdate\nt,2,1,2025-03-02\n",
            "core-lettings-csv",
            Map.of(),
            Map.of("LETTING", 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void becomesWhatItsTableSays(
      String what,
      String file,
      String form,
      Map<String, Integer> events,
      Map<String, Integer> noEvents) {
    FileReport report =
        new Conformance(CATALOGUE, OFFERS, Messages.NOW)
            .report(Received.of("", file.getBytes(UTF_8)));
    assertThat(report).as(what).isEqualTo(new FileReport(form, events, noEvents, 0, Map.of()));
  }

  @Test
  void theReadmeShowsTheMappingsAsTheyAre() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    AgencyForms.mappings(CATALOGUE)
        .forEach(form -> assertThat(readme).as(form.name()).contains(form.markdown()));
  }
}
