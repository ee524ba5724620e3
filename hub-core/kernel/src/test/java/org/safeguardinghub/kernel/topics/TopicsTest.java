package org.safeguardinghub.kernel.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.schemas.TrustedSchemas;

final class TopicsTest {
  private static final List<Topic> ALL =
      Topics.all(List.of("fablewick-police", "lantern-trust"), true);

  @Test
  void everyTopicCarriesARecordOfTheContract() {
    assertThat(ALL)
        .allSatisfy(
            topic -> assertThat(TrustedSchemas.byRecordName()).containsKey(topic.valueRecord()));
  }

  @Test
  void noFeedMayReadAnythingAndEachWritesItsOwnTopicsOnly() {
    for (String feed : List.of("fablewick-police", "lantern-trust")) {
      String principal = Principals.ofFeed(feed);
      assertThat(ALL).noneMatch(topic -> topic.readers().contains(principal));
      assertThat(ALL.stream().filter(topic -> topic.writers().contains(principal)).map(Topic::name))
          .containsExactlyInAnyOrder("concerns." + feed + ".v1", "inbox." + feed + ".v1");
    }
  }

  @Test
  void replayMayWriteNothing() {
    assertThat(ALL).noneMatch(topic -> topic.writers().contains(Principals.ANALYST));
  }

  @Test
  void theStoryClockIsAbsentFromALiveHub() {
    assertThat(Topics.fixed(false)).doesNotContain(Topics.CLOCK, Topics.CLOCK_REACHED);
    assertThat(Topics.fixed(true)).contains(Topics.CLOCK, Topics.CLOCK_REACHED);
  }

  @Test
  void topicsThatMeetInOneTaskHaveOnePartitionCount() {
    assertThat(
            Stream.of(
                Topics.SUBJECT_EVENTS, Topics.RISK_DECISIONS, Topics.ALERTS, Topics.ALERT_ACTIONS))
        .allMatch(topic -> topic.partitions() == Topics.SUBJECT_PARTITIONS);
  }

  @Test
  void anEventKeyGoesWhereItsSubjectGoes() {
    SubjectRef child = SubjectRef.child("c-abc");
    String key = SubjectEventKey.of(child, "EVENT", "e-1");

    assertThat(SubjectEventKey.typedSubject(key)).isEqualTo("child/c-abc");
    assertThat(SubjectEventKey.partition(key, 4))
        .isEqualTo(BuiltInPartitioner.partitionForKey(child.typed().getBytes(UTF_8), 4));
    assertThat(SubjectEventKey.partition(SubjectEventKey.barrier(3, "t"), 4)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Police", "a b", "police.v1", "../x", "-x"})
  void aFeedNameThatCouldReachAnotherTopicIsRefused(String feed) {
    assertThatThrownBy(() -> Topics.concerns(feed)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void attributionSubscribesToFeedsAndToNothingElse() {
    assertThat(
            ALL.stream().map(Topic::name).filter(name -> Topics.CONCERNS.matcher(name).matches()))
        .containsExactlyInAnyOrder("concerns.fablewick-police.v1", "concerns.lantern-trust.v1");
    assertThat(Set.of("concerns-h5.fablewick-police.v1", "inbox.fablewick-police.v1"))
        .noneMatch(name -> Topics.CONCERNS.matcher(name).matches());
  }
}
