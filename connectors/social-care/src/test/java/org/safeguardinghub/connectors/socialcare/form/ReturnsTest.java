package org.safeguardinghub.connectors.socialcare.form;

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

/** Invented returns, each in the layout of its form. */
class ReturnsTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
  private static final List<Offer> OFFERS = new SocialCareForms().offers(CATALOGUE);
  private static final String EPISODES =
      "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";

  static Stream<Arguments> returns() {
    return Stream.of(
        Arguments.of(
            "a child comes into care under police protection, moves twice and goes home",
            EPISODES
                + "7,01/02/2025,S,L1,N1,U4,PR1,03/02/2025,X1,CARPL,,,1\n"
                + "7,03/02/2025,P,L1,N1,U4,PR1,09/02/2025,X1,CREQB,,,2\n"
                + "7,09/02/2025,B,C1,N1,U4,PR1,01/06/2025,E4A,,,,3\n",
            "ssda903-episodes",
            Map.of("CSC-LAC-01", 1, "CSC-EPO-01", 2, "CSC-LAC-02", 1, "CSC-LAC-03", 1)),
        Arguments.of(
            "short breaks are no beginning of care",
            EPISODES + "8,01/02/2025,S,V4,N2,U4,PR1,03/02/2025,E8,,,,1\n",
            "ssda903-episodes",
            Map.of("CSC-LAC-03", 1)),
        Arguments.of(
            "missing, with a byte order mark and Windows line ends",
            "\uFEFFCHILD,DOB,MISSING,MIS_START,MIS_END\r\n7,05/05/2012,M,01/01/2025,03/01/2025\r\n7,05/05/2012,A,04/01/2025,\r\n",
            "ssda903-missing",
            Map.of("HOM-MIS-01", 2)),
        Arguments.of(
            "reviews",
            "CHILD,DOB,REVIEW,REVIEW_CODE\n7,05/05/2012,01/01/2025,PN1\n",
            "ssda903-reviews",
            Map.of()),
        Arguments.of(
            "header",
            "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7,1,05/05/2012,WBRI,UN1,,",
            "ssda903-header",
            Map.of()),
        Arguments.of(
            "children in need census",
            """
            <Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails></Header><Children><Child>
              <ChildIdentifiers><LAchildID>7</LAchildID><PersonBirthDate>2015-03-27</PersonBirthDate></ChildIdentifiers>
              <CINdetails><CINreferralDate>2024-10-06</CINreferralDate><ReferralSource>6</ReferralSource>
                <CINclosureDate>2025-02-27</CINclosureDate><ReasonForClosure>RC8</ReasonForClosure>
                <Assessments><AssessmentActualStartDate>2024-10-07</AssessmentActualStartDate>
                  <AssessmentAuthorisationDate>2024-11-19</AssessmentAuthorisationDate>
                  <FactorsIdentifiedAtAssessment><AssessmentFactors>3A</AssessmentFactors></FactorsIdentifiedAtAssessment>
                </Assessments>
                <Section47><S47ActualStartDate>2024-10-09</S47ActualStartDate></Section47>
                <ChildProtectionPlans><CPPstartDate>2024-11-01</CPPstartDate><CPPendDate>2025-02-01</CPPendDate>
                  <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse></ChildProtectionPlans>
                <ReferralNFA>false</ReferralNFA></CINdetails></Child>
              <Child><ChildIdentifiers><LAchildID>8</LAchildID></ChildIdentifiers></Child></Children></Message>
            """,
            "cin-census",
            Map.of(
                "CSC-REF-01",
                1,
                "CSC-ASM-01",
                1,
                "CSC-ASM-02",
                1,
                "CSC-S47-01",
                1,
                "CSC-ICP-01",
                1,
                "CSC-CPP-02",
                1,
                "CSC-REF-02",
                1)),
        Arguments.of(
            "a record of the data interface, with what is purged left out",
            """
            {"la_child_id": "7", "child_details": {"surname": "Quibblewort"}, "social_care_episodes": [
              {"social_care_episode_id": "e1", "referral_date": "2025-01-02", "referral_source": "2A", "purge": false,
               "child_in_need_plans": [{"child_in_need_plan_id": "p1", "start_date": "2025-02-03", "purge": false},
                                       {"child_in_need_plan_id": "p2", "start_date": "2025-02-03", "purge": true}]}]}
            """,
            "dfe-social-care",
            Map.of("CSC-REF-01", 1, "CSC-CIN-01", 1)),
        Arguments.of(
            "an Annex A list as CSV",
            "Child ID,Gender,Date of Birth,Child Protection Plan Start Date,Date of the Last Statutory Visit,"
                + "Was the Child Seen Alone?,Child Protection Plan End Date\n"
                + "7,b) Female,05/05/2012,01/02/2025,11/02/2025,a) Yes,\n",
            "annex-a-7",
            Map.of("CSC-ICP-01", 1, "CSC-VIS-01", 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("returns")
  void becomesWhatItsTableSays(String what, String file, String form, Map<String, Integer> events) {
    FileReport report =
        new Conformance(CATALOGUE, OFFERS, Messages.NOW)
            .report(Received.of("", file.getBytes(UTF_8)));
    assertThat(report.form()).as(what).isEqualTo(form);
    assertThat(report.events()).as(what).isEqualTo(events);
    assertThat(report.refused()).as(what).isEmpty();
    assertThat(report.complete()).as(what).isTrue();
  }

  @Test
  void theReadmeShowsTheMappingsAsTheyAre() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    SocialCareForms.mappings(CATALOGUE)
        .forEach(form -> assertThat(readme).as(form.name()).contains(form.markdown()));
  }
}
