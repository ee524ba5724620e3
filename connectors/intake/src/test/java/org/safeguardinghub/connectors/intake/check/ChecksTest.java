package org.safeguardinghub.connectors.intake.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.connectors.intake.fakes.Senders;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.sharing.LegalGateways;

/**
 * Each row changes one thing of a sound concern ("-" removes it) and names step, reason and place
 * of the refusal.
 */
final class ChecksTest {
  private static final Checks CHECKS = Checks.standard(EventCatalogue.load(), LegalGateways.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what is changed | to | step | reason | pointer
        "eventId | -                                | SHAPE | NO_ID | /eventId",
        "eventId | \"17\"                           | SHAPE | WRONG_FORM | /eventId",
        "type | -                                   | SHAPE | MISSING_FIELD | /type",
        "type | 5                                   | SHAPE | WRONG_TYPE | /type",
        "occurredAt | -                             | SHAPE | MISSING_FIELD | /occurredAt",
        "occurredAt | \"2026-02-30T10:00:00Z\"      | SHAPE | IMPOSSIBLE_DATE | /occurredAt",
        "occurredAt | \"2026-02-29\"                | SHAPE | IMPOSSIBLE_DATE | /occurredAt",
        "occurredAt | \"yesterday\"                 | SHAPE | IMPOSSIBLE_DATE | /occurredAt",
        "occurredAt | \"999999999-01-01T00:00:00Z\" | SHAPE | IMPOSSIBLE_DATE | /occurredAt",
        "occurredPrecision | \"RANGE\"              | SHAPE | RANGE_INCOMPLETE | /occurredUntil",
        "occurredPrecision | \"ROUGHLY\"            | SHAPE | NOT_IN_CODE_LIST | /occurredPrecision",
        "subjects | {}                              | SHAPE | WRONG_TYPE | /subjects",
        "subjects | [5]                             | SHAPE | WRONG_TYPE | /subjects/0",
        "subjects | [{\"claims\":{\"shoeSize\":\"3\"}}] | SHAPE | UNKNOWN_FIELD | /subjects/0/claims",
        "subjects | [{\"claims\":{\"dateOfBirth\":\"2016-13-01\"}}] | SHAPE | IMPOSSIBLE_DATE | /subjects/0/claims/dateOfBirth",
        "level | {\"proposed\": 5}                  | SHAPE | WRONG_TYPE | /level/proposed",
        "agency | \"fernshire-police\"              | SHAPE | NOT_YOURS_TO_SAY | /agency",
        "publishedBy | \"fernshire-police\"         | SHAPE | NOT_YOURS_TO_SAY | /publishedBy",
        "Quibblewort | 1                            | SHAPE | UNKNOWN_FIELD | ``",
        "countable | \"yes\"                        | SHAPE | WRONG_TYPE | /countable",
        "type | \"EDU-XXX-99\"                      | CATALOGUE | UNKNOWN_TYPE | /type",
        "type | \"POL-DA-01\"                       | CATALOGUE | NOT_YOUR_TYPE | /type",
        "attributes | {\"Quibblewort\": true}       | CATALOGUE | UNKNOWN_ATTRIBUTE | /attributes",
        "attributes | {\"nonMobile\": true}         | CATALOGUE | UNKNOWN_ATTRIBUTE | /attributes/nonMobile",
        "attributes | {\"newPartner\": \"yes\"}     | CATALOGUE | WRONG_TYPE | /attributes/newPartner",
        "legalGateway | -                           | LAWFUL_BASIS | NO_GATEWAY | /legalGateway",
        "legalGateway | \"CONSENT\"                 | LAWFUL_BASIS | UNKNOWN_GATEWAY | /legalGateway",
        "handling | {\"class\": \"H5\"}             | HANDLING | NOT_AN_ALLEGATION | /handling/class",
        "type | \"LAD-LOW-01\"                      | HANDLING | ADULT_MISSING | /adultRef",
        "occurredAt | \"2099-01-01T00:00:00Z\"      | TIME | IN_FUTURE | /occurredAt",
        "occurredAt | \"2026-03-02T10:06:00Z\"      | TIME | IN_FUTURE | /occurredAt",
        "occurredAt | \"1999-12-31\"                | TIME | TOO_OLD | /occurredAt",
        "recordedAt | \"2026-02-01T00:00:00Z\"      | TIME | RECORDED_BEFORE_OCCURRED | /recordedAt",
        "recordedAt | \"2026-04-01T00:00:00Z\"      | TIME | IN_FUTURE | /recordedAt",
        "subjects | [{\"claims\":{\"dateOfBirth\":\"2026-03-09\"}}] | TIME | BORN_IN_FUTURE | /subjects/0/claims/dateOfBirth"
      })
  void refuses(String name, String json, String step, String reason, String pointer) {
    ObjectNode message = Messages.concern();
    if (json.equals("-")) {
      message.remove(name);
    } else {
      message.set(name, Messages.tree("{\"v\": " + json + "}").get("v"));
    }
    Refusal refusal = refusal(run(Senders.SCHOOL, message));
    assertThat(refusal.step() + " " + refusal.reasonCode() + " " + refusal.pointer().orElse(""))
        .isEqualTo(step + " " + reason + " " + pointer);
    assertThat(refusal.toString()).doesNotContain(Messages.MARKER);
  }

  @Test
  void locationProtectedEventMayNotTellAPlace() {
    List<String> places =
        List.of(
            "{\"placeRef\": \"990000000001\"}",
            "{\"settingRef\": \"s-1\"}",
            "{\"subjects\": [{\"claims\": {\"address\": {\"line\": \"1 Fern Row\"}}}]}",
            "{\"subjects\": [{\"claims\": {\"school\": \"Thistledown\"}}]}",
            "{\"subjects\": [{\"claims\": {\"household\": {\"uprn\": \"990000000001\"}}}]}",
            "{\"attributes\": {\"schoolRef\": \"9990001\"}}");
    for (String place : places) {
      ObjectNode message = Messages.concern().put("type", "EDU-FM-01");
      message.setAll(Messages.tree(place));
      assertThat(refusal(run(Senders.SCHOOL, message)).reasonCode())
          .as(place)
          .isEqualTo("LOCATION_FORBIDDEN");
      ObjectNode ordinary = Messages.concern();
      ordinary.setAll(Messages.tree(place));
      assertThat(run(Senders.SCHOOL, ordinary)).as(place).isInstanceOf(Check.Outcome.Passed.class);
    }
  }

  @Test
  void anAllegationNamesTheAdultOrTheSetting() {
    for (String named :
        List.of(
            "{\"adultRef\": \"staff-17\"}",
            "{\"settingRef\": \"s-1\"}",
            "{\"subjects\": [{\"claims\": {\"adult\": {\"ref\": \"staff-17\"}}}]}")) {
      ObjectNode message = Messages.concern().put("type", "LAD-LOW-01");
      message.setAll(Messages.tree(named));
      assertThat(passed(run(Senders.SCHOOL, message)).effectiveHandling())
          .as(named)
          .isEqualTo(HandlingClass.H5);
    }
  }

  @Test
  void strictestHandlingHolds() {
    ObjectNode looser = Messages.concern();
    looser.putObject("handling").put("class", "H0");
    ObjectNode stricter = Messages.concern();
    stricter.putObject("handling").put("class", "H3");
    assertThat(passed(run(Senders.SCHOOL, looser)).effectiveHandling()).isEqualTo(HandlingClass.H1);
    assertThat(passed(run(Senders.SCHOOL, stricter)).effectiveHandling())
        .isEqualTo(HandlingClass.H3);
  }

  @Test
  void urgentConcernIsNeverHeldUpByAMissingGateway() {
    ObjectNode urgent = Messages.concern().put("type", "EDU-SEX-01");
    urgent.remove(List.of("legalGateway", "level"));
    Draft draft = passed(run(Senders.SCHOOL, urgent));
    assertThat(draft.level()).isEqualTo(4);
    assertThat(draft.gateway()).isEmpty();
  }

  @Test
  void levelFollowsSenderButIsNeverLoweredBelowFour() {
    ObjectNode raised = Messages.concern();
    raised.putObject("level").put("proposed", 3);
    ObjectNode lowered = Messages.concern().put("type", "EDU-SEX-01");
    lowered.putObject("level").put("proposed", 2);
    ObjectNode silent = Messages.concern();
    silent.remove("level");
    assertThat(passed(run(Senders.SCHOOL, raised)).level()).isEqualTo(3);
    assertThat(passed(run(Senders.SCHOOL, lowered)).level()).isEqualTo(4);
    assertThat(passed(run(Senders.SCHOOL, silent)).level()).isEqualTo(2);
  }

  @Test
  void invalidIdentifiersAreKept() {
    ObjectNode message = Messages.concern();
    message.set(
        "subjects",
        Messages.tree(
                "{\"s\": [{\"claims\": {\"nhsNumber\": \"1234567890\", \"upn\": \"not one\"}}]}")
            .get("s"));
    Draft draft = passed(run(Senders.SCHOOL, message));
    assertThat(draft.envelope().subjects().getFirst().claims().reveal().path("nhsNumber").asText())
        .isEqualTo("1234567890");
  }

  @Test
  void unknownChildAtAKnownPlaceMayEnter() {
    ObjectNode message = Messages.concern();
    message.remove(List.of("subjects", "householdRef"));
    assertThat(refusal(run(Senders.SCHOOL, message)).pointer()).hasValue("/subjects");
    message.put("placeRef", "the bus shelter");
    assertThat(passed(run(Senders.SCHOOL, message)).envelope().subjects()).hasSize(1);
  }

  @Test
  void correctionMayReachFarBackAndComesFromAnybody() {
    ObjectNode correction =
        Messages.concern().put("type", "ADM-COR-01").put("occurredAt", "1998-01-01");
    correction.put("supersedes", "record-12");
    assertThat(run(Senders.POLICE, correction)).isInstanceOf(Check.Outcome.Passed.class);
  }

  @Test
  void callOfARelativeIsSentByWhoeverRecordsIt() {
    ObjectNode call = Messages.concern().put("type", "CSC-PUB-01");
    assertThat(run(Senders.SOCIAL_CARE, call)).isInstanceOf(Check.Outcome.Passed.class);
    assertThat(refusal(run(Senders.SCHOOL, call)).reasonCode()).isEqualTo("NOT_YOUR_TYPE");
  }

  @Test
  void chainWithoutACheckDoesNotStart() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Checks(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Checks(List.of(new ShapeCheck())));
  }

  private static Check.Outcome run(Feed feed, ObjectNode message) {
    return CHECKS.run(Draft.of(feed, Messages.NOW, Optional.empty(), message));
  }

  private static Draft passed(Check.Outcome outcome) {
    return switch (outcome) {
      case Check.Outcome.Passed(Draft draft) -> draft;
      case Check.Outcome.Refused(Refusal refusal) -> throw new AssertionError(refusal.toString());
    };
  }

  private static Refusal refusal(Check.Outcome outcome) {
    return switch (outcome) {
      case Check.Outcome.Refused(Refusal refusal) -> refusal;
      case Check.Outcome.Passed _ -> throw new AssertionError("it passed");
    };
  }
}
