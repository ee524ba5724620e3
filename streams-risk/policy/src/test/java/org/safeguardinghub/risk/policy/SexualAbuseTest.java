package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.SubjectRole;

/** P34: signs of sexual abuse, and what a child was made to take back. */
final class SexualAbuseTest {
  private static final String TOLD = "2026-01-10 L4 notice to owner";
  private static final Told DISCLOSURE = told("EDU-SEX-01", "2026-01-10T10:00").id("disclosure");
  private static final Told BEHAVIOUR = told("EDU-SEX-02", "2026-01-10T10:00").id("behaviour");

  private static Told retracted(String at) {
    return told("EDU-SEX-01", at).asserted(Assertion.RETRACTED);
  }

  private static Told sign(String at) {
    return told("SCN-NEG-01", at).with("genitalSign", true);
  }

  @Test
  void aRetractionAfterADisclosureIsCritical() {
    Story story =
        Story.child()
            .given(DISCLOSURE, retracted("2026-02-10T10:00").id("retraction"))
            .then(TOLD, "2026-02-10 P34 raised S1");
    assertThat(story.only("P34").evidenceIds())
        .containsExactlyInAnyOrder("disclosure", "retraction");
  }

  @Test
  void neitherAloneIs() {
    Story.child().given(DISCLOSURE).then(TOLD);
    Story.child().given(retracted("2026-02-10T10:00")).thenNothing();
    Story.child().given(retracted("2026-01-10T09:59"), DISCLOSURE).then(TOLD);
  }

  @Test
  void theRetractionMayReplaceTheDisclosure() {
    Story story =
        Story.child()
            .given(DISCLOSURE, retracted("2026-01-10T10:00").superseding("disclosure").id("again"))
            .then(TOLD, "2026-01-10 P34 raised S1");
    assertThat(story.only("P34").evidenceIds()).containsExactlyInAnyOrder("disclosure", "again");
  }

  @Test
  void aCorrectionSaysItWithItsAssertion() {
    Told correction =
        told("ADM-COR-01", "2026-02-10T10:00").superseding("disclosure").with("retracts", true);
    // What was published in error is corrected without a word of the child's.
    Story.child().given(DISCLOSURE, correction).then(TOLD);
    Story.child()
        .given(
            DISCLOSURE,
            told("ADM-COR-01", "2026-02-10T10:00")
                .superseding("disclosure")
                .with("retracts", true)
                .asserted(Assertion.RETRACTED))
        .then(TOLD, "2026-02-10 P34 raised S1");
  }

  @Test
  void withinAHundredAndEightyDays() {
    // 180 days after 10 January 10:00 are 11:00 by summer time.
    Story.child().given(DISCLOSURE, retracted("2026-07-09T11:00")).then(TOLD);
    Story.child()
        .given(DISCLOSURE, retracted("2026-07-09T10:59"))
        .then(TOLD, "2026-07-09 P34 raised S1");
  }

  @Test
  void deniedAndUnfoundedAreNotRetracted() {
    Story.child()
        .given(DISCLOSURE, told("EDU-SEX-01", "2026-02-10T10:00").asserted(Assertion.UNFOUNDED))
        .then(TOLD);
    Story.child()
        .given(
            DISCLOSURE, told("EDU-SEX-01", "2026-02-10T10:00").asserted(Assertion.DENIED).level(3))
        .then(TOLD);
  }

  @Test
  void aRetractionThatMayNotBeReadIsNotRead() {
    Story.child().given(DISCLOSURE, retracted("2026-02-10T10:00").heldBack()).then(TOLD);
    Story.child()
        .given(DISCLOSURE, retracted("2026-02-10T10:00").handled(HandlingClass.H5))
        .then(TOLD);
    Story.child().given(DISCLOSURE, retracted("2026-02-10T10:00").asContext()).then(TOLD);
    Story.child()
        .given(DISCLOSURE, retracted("2026-02-10T10:00").as(SubjectRole.ALLEGED))
        .then(TOLD);
  }

  @Test
  void aRetractionThatIsItselfCorrectedWithdrawsTheFinding() {
    Story.child()
        .given(
            DISCLOSURE,
            retracted("2026-02-10T10:00").id("retraction"),
            told("ADM-COR-01", "2026-02-12T10:00").superseding("retraction").with("retracts", true))
        .then(TOLD, "2026-02-10 P34 raised S1", "2026-02-10 P34 withdrawn");
  }

  @Test
  void sexualisedBehaviourTwice() {
    Story.child().given(BEHAVIOUR).thenNothing();
    Story.child()
        .given(BEHAVIOUR, told("EDU-SEX-02", "2026-03-10T10:00"))
        .then("2026-03-10 P34 raised S2");
    Story.child().given(BEHAVIOUR, told("EDU-SEX-02", "2026-07-09T11:00")).thenNothing();
    Story.child()
        .given(BEHAVIOUR, told("EDU-SEX-02", "2026-07-09T10:59"))
        .then("2026-07-09 P34 raised S2");
    Story.child()
        .given(BEHAVIOUR, told("EDU-SEX-02", "2026-03-10T10:00").echoing("behaviour"))
        .thenNothing();
  }

  @Test
  void sexualisedBehaviourWithASignOfTheBodyInEitherOrder() {
    Story.child().given(BEHAVIOUR, sign("2026-03-10T10:00")).then("2026-03-10 P34 raised S2");
    Story.child().given(sign("2026-01-09T10:00"), BEHAVIOUR).then("2026-01-10 P34 raised S2");
    Story.child()
        .given(BEHAVIOUR, told("HLT-ATT-01", "2026-03-10T10:00").with("genitalSign", true))
        .then("2026-03-10 P34 raised S2");
    Story.child().given(BEHAVIOUR, told("SCN-NEG-01", "2026-03-10T10:00")).thenNothing();
    Story.child().given(sign("2026-03-10T10:00"), sign("2026-03-12T10:00")).thenNothing();
  }

  @Test
  void theBodysWindow() {
    Story.child().given(BEHAVIOUR, sign("2026-07-09T11:00")).thenNothing();
    Story.child().given(BEHAVIOUR, sign("2026-07-09T10:59")).then("2026-07-09 P34 raised S2");
  }

  @Test
  void signsAndARetractionAreOneFinding() {
    Story.child()
        .given(
            BEHAVIOUR,
            sign("2026-01-12T10:00"),
            told("EDU-SEX-01", "2026-01-20T10:00"),
            retracted("2026-01-21T10:00"))
        .then(
            "2026-01-12 P34 raised S2",
            "2026-01-20 L4 notice to owner",
            "2026-01-21 P34 raised to S1");
  }

  @Test
  void anOpenCaseDoesNotMuteIt() {
    Story.child()
        .given(told("CSC-CIN-01", "2026-01-05T10:00"), BEHAVIOUR, sign("2026-03-10T10:00"))
        .then("2026-02-02 P16 raised S2", "2026-03-10 P34 raised S2");
  }

  @Test
  void aPaediatricOpinionIsShownAndClosesNothing() {
    Story story =
        Story.child()
            .given(
                BEHAVIOUR,
                sign("2026-03-10T10:00"),
                told("PAE-PHY-01", "2026-03-12T10:00").level(1))
            .then("2026-03-10 P34 raised S2");
    assertThat(story.only("P34").because()).contains("A paediatric opinion is on record.");
  }

  @Test
  void anAdministrativeRetractionOfASignWithdrawsIt() {
    Story.child()
        .given(
            BEHAVIOUR,
            sign("2026-03-10T10:00"),
            told("ADM-COR-01", "2026-03-12T10:00").superseding("behaviour").with("retracts", true))
        .then("2026-03-10 P34 raised S2", "2026-03-10 P34 withdrawn");
  }

  @Test
  void takingBackSomethingElseTellsNobodyAgain() {
    Story.child()
        .given(
            BEHAVIOUR,
            told("EDU-SEX-02", "2026-01-12T10:00"),
            sign("2026-01-19T10:00"),
            told("SCN-NEG-01", "2026-03-10T10:00").asserted(Assertion.RETRACTED))
        .then("2026-01-12 P34 raised S2");
  }

  @Test
  void whatIsSaidAfterARetractionWasNotTakenBackByIt() {
    Story story =
        Story.child()
            .given(
                DISCLOSURE,
                retracted("2026-02-10T10:00").id("retraction"),
                told("EDU-SEX-01", "2026-02-20T10:00").id("again"));
    assertThat(story.only("P34").evidenceIds())
        .containsExactlyInAnyOrder("disclosure", "retraction");
    Story.child()
        .given(DISCLOSURE, retracted("2026-01-10T09:59").superseding("disclosure"))
        .then(TOLD);
  }

  @Test
  void takingBackWhatWasNoDisclosureIsNone() {
    Story.child()
        .given(
            told("EDU-NEG-01", "2026-01-10T10:00").id("hunger"),
            told("ADM-COR-01", "2026-02-10T10:00")
                .superseding("hunger")
                .with("retracts", true)
                .asserted(Assertion.RETRACTED))
        .thenNothing();
  }
}
