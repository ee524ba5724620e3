package org.safeguardinghub.risk.topology.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.schemas.IdentityDecisionKind;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityRulingDecision;
import org.safeguardinghub.schemas.IdentityRulingRecord;
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
  private int rulings;

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatIsMergedIsOneChildForEverybodyFromThenOn() {
    String rowan = known("e1", "p1", ROWAN);
    String tansy = known("e2", "p2", TANSY);
    rule(IdentityRulingDecision.MERGE, b -> b.setChildRef(rowan).setOtherChildRef(tansy));

    IdentityDecisionRecord merged = hub.ledger.getLast();
    assertThat(merged.getKind()).isEqualTo(IdentityDecisionKind.MERGED);
    assertThat(merged.getPersonRefs()).containsExactly("p2");
    assertThat(merged.getDecidedBy()).isEqualTo("stew.ard");
    assertThat(merged.getReason()).isPresent();
    MovedRecord moved = moved();
    assertThat(moved.getReason()).isEqualTo(MoveReason.MERGE);
    assertThat(moved.getFrom().getRef()).isEqualTo(tansy);
    assertThat(moved.getTo().getRef()).isEqualTo(rowan);
    assertThat(moved.getPersonRefs()).containsExactly("p2");

    hub.receive(hub.sent.concern("e3", TANSY, Sent.person("p2")));
    assertThat(hub.dispositions.getLast().getChildRef()).contains(rowan);
  }

  @Test
  void whatIsSplitIsNeverJoinedAgainWhateverItsClaimsSay() {
    String rowan = known("e1", "p1", ROWAN);
    assertThat(known("e2", "p2", ROWAN)).isEqualTo(rowan);
    rule(IdentityRulingDecision.SPLIT, b -> b.setChildRef(rowan).setPersonRefs(List.of("p2")));
    String other = child("p2");
    assertThat(other).isNotEqualTo(rowan);
    assertThat(moved().getReason()).isEqualTo(MoveReason.SPLIT);

    hub.receive(hub.sent.concern("e3", LIKE_ROWAN, Sent.person("p2")));
    assertThat(hub.dispositions.getLast().getChildRef()).contains(other);
    rule(IdentityRulingDecision.MERGE, b -> b.setChildRef(rowan).setOtherChildRef(other));
    assertThat(child("p2")).as("never is to be undone first").isEqualTo(other);
  }

  @Test
  void aRulingThatIsUndoneLeavesEverythingAsItWas() {
    String rowan = known("e1", "p1", ROWAN);
    String tansy = known("e2", "p2", TANSY);
    for (int i = 0; i < 2; i++) {
      rule(IdentityRulingDecision.MERGE, b -> b.setChildRef(rowan).setOtherChildRef(tansy));
      String merge = hub.ledger.getLast().getDecisionId();
      undo(merge);
      assertThat(child("p1")).isEqualTo(rowan);
      assertThat(child("p2")).isEqualTo(tansy);
      assertThat(hub.ledger.getLast().getUndoes()).contains(merge);
      int decided = hub.ledger.size();
      undo(merge);
      assertThat(hub.ledger).as("nothing is undone twice").hasSize(decided);
    }
    Set<String> ids = new TreeSet<>();
    hub.ledger.forEach(each -> ids.add(each.getDecisionId()));
    assertThat(ids).hasSize(hub.ledger.size());
  }

  @Test
  void aSplitThatIsUndoneMayBeJoinedAgain() {
    String rowan = known("e1", "p1", ROWAN);
    known("e2", "p2", ROWAN);
    rule(IdentityRulingDecision.SPLIT, b -> b.setChildRef(rowan).setPersonRefs(List.of("p2")));
    undo(hub.ledger.getLast().getDecisionId());
    assertThat(child("p2")).isEqualTo(rowan);
    assertThat(hub.ledger.getLast().getKind()).isEqualTo(IdentityDecisionKind.MERGED);
  }

  @Test
  void anAnswerThatIsTakenBackIsAskedAgain() {
    String rowan = known("e1", "p1", ROWAN);
    hub.receive(hub.sent.concern("e2", "{\"givenNames\":\"Rowan\",\"familyName\":\"Applecrumb\"}"));
    IdentityTaskRecord task = hub.tasks.getLast();
    assertThat(task.getCompared().getFirst().getChildRef()).isEqualTo(rowan);
    assertThat(task.getCompared().getFirst().getComparisons())
        .anySatisfy(line -> assertThat(line.getWeight().orElse(0)).isPositive());
    rule(task.getTaskId(), IdentityRulingDecision.SAME, b -> b.setChildRef(rowan));
    assertThat(child("event-person-e2")).isEqualTo(rowan);

    undo(hub.tasks.getLast().getDecisionId().orElseThrow());
    assertThat(child("event-person-e2")).isNotEqualTo(rowan);
    assertThat(hub.tasks.getLast().getState()).isEqualTo(IdentityTaskState.OPEN);

    rule(task.getTaskId(), IdentityRulingDecision.SAME, b -> b.setChildRef(rowan));
    assertThat(child("event-person-e2")).isEqualTo(rowan);
    assertThat(hub.tasks.getLast().getState()).isEqualTo(IdentityTaskState.ANSWERED);
  }

  @Test
  void oneAnswerSettlesAllThatIsAskedAboutTheSameReference() {
    String ref = "{\"sourceRefs\":[{\"system\":\"LCS\",\"id\":\"990102\"}]}";
    hub.receive(hub.sent.concern("e1", ref));
    hub.receive(hub.sent.concern("e2", ref));
    assertThat(hub.tasks).hasSize(2);
    rule(hub.tasks.getFirst().getTaskId(), IdentityRulingDecision.NEW, b -> b);
    assertThat(child("event-person-e1")).isEqualTo(child("event-person-e2"));
  }

  @Test
  void whoLivesInOneHomeUnderOneNameIsOneHousehold() {
    String home = ",\"address\":{\"line\":\"4 Cobblenut Rise\"}}";
    known("e1", "p1", ROWAN.strip().replace("}", home));
    known("e2", "p2", "{\"givenNames\":\"Bramble\",\"familyName\":\"Applecrumb\"" + home);
    known("e3", "p3", TANSY.strip().replace("}", home));
    List<String> homes =
        hub.subjects.stream()
            .map(record -> record.value().getSubject())
            .filter(subject -> subject.getScope().name().equals("HOUSEHOLD"))
            .map(subject -> subject.getRef())
            .distinct()
            .toList();
    assertThat(homes).as("another family at the same number is another household").hasSize(2);
  }

  private String known(String event, String person, String claims) {
    hub.receive(hub.sent.concern(event, claims, Sent.person(person)));
    return child(person);
  }

  private String child(String person) {
    return hub.links.stream()
        .filter(link -> link.getPersonRef().equals(person))
        .reduce((_, last) -> last)
        .orElseThrow()
        .getChildRef();
  }

  private MovedRecord moved() {
    return hub.subjects.stream()
        .map(record -> record.value().getBody())
        .filter(MovedRecord.class::isInstance)
        .map(MovedRecord.class::cast)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private void undo(String decision) {
    rule(IdentityRulingDecision.UNDO, b -> b.setDecisionId(decision));
  }

  private void rule(IdentityRulingDecision kind, UnaryOperator<IdentityRulingRecord.Builder> more) {
    rule("ruling-" + ++rulings, kind, more);
  }

  private void rule(
      String task, IdentityRulingDecision kind, UnaryOperator<IdentityRulingRecord.Builder> more) {
    hub.rule(
        more.apply(
                IdentityRulingRecord.newBuilder()
                    .setTaskId(task)
                    .setDecision(kind)
                    .setChildRef(null)
                    .setActor("stew.ard")
                    .setReason(
                        SealedCodec.toRecord(
                            hub.keys.sealText(HubKeys.REASON, task, "seen the papers")))
                    .setAt(Instant.parse("2026-03-03T09:00:00Z").plusSeconds(rulings)))
            .build());
  }
}
