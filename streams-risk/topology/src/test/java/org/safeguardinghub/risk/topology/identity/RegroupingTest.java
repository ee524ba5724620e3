package org.safeguardinghub.risk.topology.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.schemas.IdentityDecisionKind;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityRulingDecision;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.IdentityTaskState;
import org.safeguardinghub.schemas.MoveReason;
import org.safeguardinghub.schemas.MovedRecord;

/**
 * Rulings about children who are held: each is a decision, its persons go, and it can be undone.
 */
final class RegroupingTest {
  private static final String ROWAN =
      """
      {"givenNames":"Rowan","familyName":"Applecrumb","dateOfBirth":"2015-03-14","school":"Tumbledown"}""";
  private static final String TANSY =
      """
      {"givenNames":"Tansy","familyName":"Thimblewick","dateOfBirth":"2019-11-02","school":"Heron"}""";
  private static final String LIKE_ROWAN =
      """
      {"givenNames":"Rowen","familyName":"Applecrumb","dateOfBirth":"2015-03-14","school":"Tumbledown"}""";

  private final TwoTopologies hub = new TwoTopologies(false);
  private final StewardAtWork steward = new StewardAtWork(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatIsMergedIsOneChildForEverybodyFromThenOn() {
    String rowan = steward.known("e1", "p1", ROWAN);
    String tansy = steward.known("e2", "p2", TANSY);
    steward.rule(IdentityRulingDecision.MERGE, b -> b.setChildRef(rowan).setOtherChildRef(tansy));

    IdentityDecisionRecord merged = hub.ledger.getLast();
    assertThat(merged.getKind()).isEqualTo(IdentityDecisionKind.MERGED);
    assertThat(merged.getPersonRefs()).containsExactly("p2");
    assertThat(merged.getDecidedBy()).isEqualTo("stew.ard");
    assertThat(merged.getReason()).isPresent();
    MovedRecord moved = steward.moved();
    assertThat(moved.getReason()).isEqualTo(MoveReason.MERGE);
    assertThat(moved.getFrom().getRef()).isEqualTo(tansy);
    assertThat(moved.getTo().getRef()).isEqualTo(rowan);
    assertThat(moved.getPersonRefs()).containsExactly("p2");

    hub.receive(hub.sent.concern("e3", TANSY, Sent.person("p2")));
    assertThat(hub.dispositions.getLast().getChildRef()).contains(rowan);
  }

  @Test
  void whatIsSplitIsNeverJoinedAgainWhateverItsClaimsSay() {
    String rowan = steward.known("e1", "p1", ROWAN);
    assertThat(steward.known("e2", "p2", ROWAN)).isEqualTo(rowan);
    steward.rule(
        IdentityRulingDecision.SPLIT, b -> b.setChildRef(rowan).setPersonRefs(List.of("p2")));
    String other = steward.child("p2");
    assertThat(other).isNotEqualTo(rowan);
    assertThat(steward.moved().getReason()).isEqualTo(MoveReason.SPLIT);

    hub.receive(hub.sent.concern("e3", LIKE_ROWAN, Sent.person("p2")));
    assertThat(hub.dispositions.getLast().getChildRef()).contains(other);
    steward.rule(IdentityRulingDecision.MERGE, b -> b.setChildRef(rowan).setOtherChildRef(other));
    assertThat(steward.child("p2")).as("never is to be undone first").isEqualTo(other);
  }

  @Test
  void aRulingThatIsUndoneLeavesEverythingAsItWas() {
    String rowan = steward.known("e1", "p1", ROWAN);
    String tansy = steward.known("e2", "p2", TANSY);
    for (int i = 0; i < 2; i++) {
      steward.rule(IdentityRulingDecision.MERGE, b -> b.setChildRef(rowan).setOtherChildRef(tansy));
      String merge = hub.ledger.getLast().getDecisionId();
      steward.undo(merge);
      assertThat(steward.child("p1")).isEqualTo(rowan);
      assertThat(steward.child("p2")).isEqualTo(tansy);
      assertThat(hub.ledger.getLast().getUndoes()).contains(merge);
      int decided = hub.ledger.size();
      steward.undo(merge);
      assertThat(hub.ledger).as("nothing is undone twice").hasSize(decided);
    }
    Set<String> ids = new TreeSet<>();
    hub.ledger.forEach(each -> ids.add(each.getDecisionId()));
    assertThat(ids).hasSize(hub.ledger.size());
  }

  @Test
  void aSplitThatIsUndoneMayBeJoinedAgain() {
    String rowan = steward.known("e1", "p1", ROWAN);
    steward.known("e2", "p2", ROWAN);
    steward.rule(
        IdentityRulingDecision.SPLIT, b -> b.setChildRef(rowan).setPersonRefs(List.of("p2")));
    steward.undo(hub.ledger.getLast().getDecisionId());
    assertThat(steward.child("p2")).isEqualTo(rowan);
    assertThat(hub.ledger.getLast().getKind()).isEqualTo(IdentityDecisionKind.MERGED);
  }

  @Test
  void anAnswerThatIsTakenBackIsAskedAgain() {
    String rowan = steward.known("e1", "p1", ROWAN);
    hub.receive(hub.sent.concern("e2", "{\"givenNames\":\"Rowan\",\"familyName\":\"Applecrumb\"}"));
    IdentityTaskRecord task = hub.tasks.getLast();
    assertThat(task.getCompared().getFirst().getChildRef()).isEqualTo(rowan);
    assertThat(task.getCompared().getFirst().getComparisons())
        .anySatisfy(line -> assertThat(line.getWeight().orElse(0)).isPositive());
    steward.rule(task.getTaskId(), IdentityRulingDecision.SAME, b -> b.setChildRef(rowan));
    assertThat(steward.child("event-person-e2")).isEqualTo(rowan);

    steward.undo(hub.tasks.getLast().getDecisionId().orElseThrow());
    assertThat(steward.child("event-person-e2")).isNotEqualTo(rowan);
    assertThat(hub.tasks.getLast().getState()).isEqualTo(IdentityTaskState.OPEN);

    steward.rule(task.getTaskId(), IdentityRulingDecision.SAME, b -> b.setChildRef(rowan));
    assertThat(steward.child("event-person-e2")).isEqualTo(rowan);
    assertThat(hub.tasks.getLast().getState()).isEqualTo(IdentityTaskState.ANSWERED);
  }

  @Test
  void oneAnswerSettlesAllThatIsAskedAboutTheSameReference() {
    String ref = "{\"sourceRefs\":[{\"system\":\"LCS\",\"id\":\"990102\"}]}";
    hub.receive(hub.sent.concern("e1", ref));
    hub.receive(hub.sent.concern("e2", ref));
    assertThat(hub.tasks).hasSize(2);
    steward.rule(hub.tasks.getFirst().getTaskId(), IdentityRulingDecision.NEW, b -> b);
    assertThat(steward.child("event-person-e1")).isEqualTo(steward.child("event-person-e2"));
  }

  @Test
  void whoLivesInOneHomeUnderOneNameIsOneHousehold() {
    String home = ",\"address\":{\"line\":\"4 Cobblenut Rise\"}}";
    steward.known("e1", "p1", ROWAN.strip().replace("}", home));
    steward.known("e2", "p2", "{\"givenNames\":\"Bramble\",\"familyName\":\"Applecrumb\"" + home);
    steward.known("e3", "p3", TANSY.strip().replace("}", home));
    List<String> homes =
        hub.subjects.stream()
            .map(record -> record.value().getSubject())
            .filter(subject -> subject.getScope().name().equals("HOUSEHOLD"))
            .map(subject -> subject.getRef())
            .distinct()
            .toList();
    assertThat(homes).as("another family at the same number is another household").hasSize(2);
  }
}
