package org.safeguardinghub.risk.topology.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.Fate;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.IdentityDecisionKind;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityRulingDecision;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.IdentityTaskState;
import org.safeguardinghub.schemas.SubjectEventRecord;

/** The wall around an adoption, seen from both sides. The names are invented. */
final class AdoptionWallTest {
  private static final String NOW =
      """
      {"givenNames":"Willow","familyName":"Moonfield","dateOfBirth":"2016-09-09",\
      "address":{"line":"2 Lantern Row"}}""";
  private static final String BEFORE =
      """
      {"givenNames":"Willow","familyName":"Crake","dateOfBirth":"2016-09-09",\
      "address":{"line":"8 Old Mill"}}""";
  private static final String BROTHER =
      """
      {"givenNames":"Alder","familyName":"Crake","dateOfBirth":"2013-04-04",\
      "address":{"line":"8 Old Mill"}}""";

  private final TwoTopologies hub = new TwoTopologies(false);
  private final StewardAtWork steward = new StewardAtWork(hub);
  private String willow = "";

  @BeforeEach
  void aChildIsAdopted() {
    steward.known("e1", "brother", BROTHER);
    willow = steward.known("e2", "willow", NOW);
    steward.rule(IdentityRulingDecision.ADOPTION_WALL, b -> b.setChildRef(willow));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theOldNameIsAQuestionForTheStewardsOfProtectedIdentitiesAndTellsItsSenderNothing() {
    assertThat(hub.ledger.getLast())
        .returns(IdentityDecisionKind.ADOPTION_WALL, IdentityDecisionRecord::getKind)
        .returns(true, IdentityDecisionRecord::getProtectedIdentity);
    IdentityTaskRecord task = askedAbout("e3");
    assertThat(task.getCandidates()).containsExactly(willow);
    assertThat(task.getProtectedIdentity()).isTrue();

    hub.receive(hub.sent.concern("e4", "{\"familyName\":\"Reedling\"}"));
    DispositionRecord unknown = hub.dispositions.getLast();
    assertThat(of("e3").getFate()).isEqualTo(unknown.getFate());
    assertThat(of("e3").getReasonCode()).isEqualTo(unknown.getReasonCode());
    assertThat(of("e3").getChildRef()).isEmpty();
  }

  @Test
  void aPersonMayJoinAMessageAndNothingThatItClaimsIsHeldOfTheChild() {
    IdentityTaskRecord task = askedAbout("e3");
    steward.rule(task.getTaskId(), IdentityRulingDecision.SAME, b -> b.setChildRef(willow));

    assertThat(of("e3").getFate()).isEqualTo(Fate.ATTRIBUTED);
    List<SubjectEventRecord> records =
        hub.subjects.stream()
            .map(record -> record.value())
            .filter(
                record ->
                    record.getBody() instanceof AttributedEventRecord event
                        && event.getEventId().equals("e3"))
            .toList();
    assertThat(records).as("under no household, place or setting").hasSize(1);
    assertThat(records.getFirst().getSubject().getRef()).isEqualTo(willow);
    AttributedEventRecord event = (AttributedEventRecord) records.getFirst().getBody();
    assertThat(event.getHouseholdRef()).isEmpty();
    assertThat(event.getPlaceRef()).isEmpty();
    assertThat(event.getLocation()).isEmpty();
    assertThat(event.getHandling().getHandlingClass()).isEqualTo(HandlingClassCode.H4);
    assertThat(hub.links.getLast().getSealedClaims()).isEmpty();

    assertThat(askedAbout("e5")).as("the next message is asked about anew").isNotEqualTo(task);
    int asked = hub.tasks.size();
    hub.receive(before("e3"));
    assertThat(hub.tasks).as("a repeat is not").hasSize(asked);
  }

  @Test
  void whatWasJoinedIsTakenBackLikeAnyAnswer() {
    IdentityTaskRecord task = askedAbout("e3");
    steward.rule(task.getTaskId(), IdentityRulingDecision.SAME, b -> b.setChildRef(willow));
    steward.undo(hub.tasks.getLast().getDecisionId().orElseThrow());

    assertThat(steward.child("crake")).isNotEqualTo(willow);
    assertThat(steward.moved().getFrom().getRef()).isEqualTo(willow);
    assertThat(hub.tasks.getLast().getState()).isEqualTo(IdentityTaskState.OPEN);
    assertThat(hub.ledger.getLast().getProtectedIdentity()).isTrue();
  }

  @Test
  void neverOneChildWithAnother() {
    String crake = steward.known("e9", "other", BEFORE.replace("2016-09-09", "2010-01-20"));
    steward.rule(IdentityRulingDecision.MERGE, b -> b.setChildRef(crake).setOtherChildRef(willow));
    assertThat(steward.child("willow")).isEqualTo(willow);
    assertThat(hub.ledger.getLast().getKind()).isNotEqualTo(IdentityDecisionKind.MERGED);
  }

  @Test
  void whatIsAskedAlreadyGoesToThemWhenTheWallGoesUp() {
    String alder = steward.child("brother");
    hub.receive(hub.sent.concern("e6", "{\"givenNames\":\"Alder\",\"familyName\":\"Crake\"}"));
    assertThat(hub.tasks.getLast().getProtectedIdentity()).isFalse();
    steward.rule(IdentityRulingDecision.ADOPTION_WALL, b -> b.setChildRef(alder));
    assertThat(hub.tasks.getLast())
        .returns("e6", IdentityTaskRecord::getEventId)
        .returns(true, IdentityTaskRecord::getProtectedIdentity);
  }

  @Test
  void whenTheRulingIsTakenBackTheChildStaysProtected() {
    steward.undo(hub.ledger.getLast().getDecisionId());
    assertThat(hub.ledger.getLast().getUndoes()).isPresent();
    hub.receive(hub.sent.concern("e7", NOW, Sent.person("school")));
    IdentityTaskRecord task = hub.tasks.getLast();
    assertThat(task.getProtectedIdentity()).isTrue();
    steward.rule(task.getTaskId(), IdentityRulingDecision.SAME, b -> b.setChildRef(willow));
    assertThat(hub.links.getLast().getSealedClaims()).as("it is said of the child").isPresent();
  }

  private IdentityTaskRecord askedAbout(String event) {
    hub.receive(before(event));
    return hub.tasks.getLast();
  }

  private ConcernRecord before(String event) {
    return hub.sent.concern(
        event,
        BEFORE,
        b ->
            Sent.person("crake")
                .apply(b)
                .setPlaceRef("pl-mill")
                .setHouseholdRef("h-crake")
                .setLocation(hub.sent.sealed(event, "8 Old Mill")));
  }

  private DispositionRecord of(String event) {
    return hub.dispositions.stream()
        .filter(disposition -> disposition.getReceiptId().equals("r-" + event))
        .reduce((_, last) -> last)
        .orElseThrow();
  }
}
