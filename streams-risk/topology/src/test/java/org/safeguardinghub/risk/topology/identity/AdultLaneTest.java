package org.safeguardinghub.risk.topology.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.Fate;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.SealedRecord;

/** Allegations about adults go to the lane of the designated officer and nowhere else. */
final class AdultLaneTest {
  private static final String ROWAN =
      """
      {"givenNames":"Rowan","familyName":"Applecrumb","dateOfBirth":"2015-03-14"}""";

  private final TwoTopologies hub = new TwoTopologies(false);

  @AfterEach
  void close() {
    hub.close();
  }

  private void receive(UnaryOperator<ConcernRecord.Builder> changes) {
    UnaryOperator<ConcernRecord.Builder> allegation =
        builder ->
            Sent.handled(HandlingClassCode.H5)
                .apply(Sent.level(4).apply(builder))
                .setType("HOM-ALG-01")
                .setHouseholdRef("hh1")
                .setPlaceRef("place1")
                .setLocation(hub.sent.sealed("e1", "1 Vorpal Lane"));
    hub.receive(hub.sent.concern("e1", ROWAN, builder -> changes.apply(allegation.apply(builder))));
  }

  private List<String> keys() {
    return hub.subjects.stream().map(TestRecord::key).toList();
  }

  private AttributedEventRecord event() {
    return (AttributedEventRecord) hub.subjects.getFirst().value().getBody();
  }

  @Test
  void itStandsUnderTheAdultAndUnderTheSettingInThatLaneAndUnderNobodyElse() {
    receive(builder -> builder.setAdultRef("adult1").setSettingRef("setting1"));
    assertThat(keys())
        .containsExactly(
            "adult/adult1|ATTRIBUTED_EVENT|e1.0", "adult/setting1|ATTRIBUTED_EVENT|e1.0");
    assertThat(hub.requests).isEmpty();
    assertThat(hub.links).isEmpty();
    assertThat(hub.dispositions)
        .singleElement()
        .returns(Fate.ATTRIBUTED, DispositionRecord::getFate);
    assertThat(hub.dispositions.getFirst().getChildRef()).isEmpty();
  }

  @Test
  void itTellsOfNoChildAndItsWordsOpenWithTheAdultsKeyOnly() {
    receive(builder -> builder.setAdultRef("adult1"));
    AttributedEventRecord event = event();
    assertThat(event.getPersonRef()).isEqualTo("adult1");
    assertThat(event.getMembers()).isEmpty();
    assertThat(event.getDateOfBirth()).isEmpty();
    assertThat(event.getHouseholdRef()).isEmpty();
    assertThat(event.getPlaceRef()).isEmpty();
    assertThat(event.getLocation()).isEmpty();
    assertThat(event.getNarrative().map(SealedRecord::getKeyRef)).contains("person:adult1");
    assertThat(hub.everything).noneMatch(text -> text.contains("event-person-e1"));
  }

  @Test
  void withoutAnAdultItIsKnownOfTheSetting() {
    receive(builder -> builder.setSettingRef("setting1"));
    assertThat(keys()).containsExactly("adult/setting1|ATTRIBUTED_EVENT|e1.0");
    assertThat(event().getNarrative().map(SealedRecord::getKeyRef)).contains("person:setting1");
  }

  @Test
  void withoutEitherItGoesNowhereAndSaysSo() {
    receive(builder -> builder);
    assertThat(hub.subjects).isEmpty();
    assertThat(hub.requests).isEmpty();
    assertThat(hub.dispositions)
        .singleElement()
        .returns(Fate.AWAITING_IDENTITY, DispositionRecord::getFate);
    assertThat(hub.dispositions.getFirst().getReasonCode()).contains("ADULT_UNKNOWN");
  }
}
