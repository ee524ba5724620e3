package org.safeguardinghub.risk.topology.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.Scope;
import org.safeguardinghub.schemas.SubjectFactKind;
import org.safeguardinghub.schemas.SubjectFactRecord;

/** A placement is no household: a membership ends, and begins again. The names are invented. */
final class HomesTest {
  private static final String BRAMBLE =
      """
      {"givenNames":"Bramble","familyName":"Reedling","dateOfBirth":"2014-05-06",\
      "address":{"line":"4 Cobblenut Rise"}}""";
  private static final String NO_HOME =
      """
      {"givenNames":"Bramble","familyName":"Reedling","dateOfBirth":"2014-05-06"}""";
  private static final Instant LEAVES = Sent.OCCURRED.plus(Duration.ofHours(2));

  private final TwoTopologies hub = new TwoTopologies(false);
  private String home = "";

  @BeforeEach
  void atHome() {
    hub.receive(hub.sent.concern("e1", BRAMBLE, Sent.person("p1")));
    home = household("e1").orElseThrow();
    assertThat(household(send("e2", NO_HOME, "POL-PPN-01", Sent.OCCURRED))).contains(home);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whoComesToBeLookedAfterIsAMemberUntilThen() {
    assertThat(household(send("e3", NO_HOME, "CSC-LAC-01", LEAVES)))
        .as("those who stay have it as context")
        .contains(home);
    assertThat(ends()).containsExactly(LEAVES);

    Instant later = LEAVES.plus(Duration.ofHours(1));
    assertThat(household(send("e4", NO_HOME, "POL-PPN-01", later))).isEmpty();
    assertThat(household(send("e5", BRAMBLE, "POL-PPN-01", later)))
        .as("many systems keep an address for long")
        .isEmpty();
    hub.receive(hub.sent.concern("e6", BRAMBLE.replace("4 C", "9 C"), Sent.person("p1")));
    assertThat(household("e6")).as("nor is a placement a home").isEmpty();
  }

  @Test
  void whoLivesWithAFamilyAgainIsAMemberAgain() {
    send("e3", NO_HOME, "CSC-LAC-01", LEAVES);
    send("e4", NO_HOME, "CSC-LAC-03", LEAVES.plus(Duration.ofHours(3)));
    assertThat(household(send("e5", BRAMBLE, "POL-PPN-01", LEAVES.plus(Duration.ofHours(4)))))
        .contains(home);
    assertThat(ends()).containsExactly(LEAVES);
  }

  @Test
  void whatHappenedLaterHoldsWhicheverComesFirst() {
    send("e4", NO_HOME, "CSC-LAC-03", LEAVES.plus(Duration.ofHours(3)));
    send("e3", NO_HOME, "CSC-LAC-01", LEAVES);
    assertThat(household(send("e5", BRAMBLE, "POL-PPN-01", LEAVES))).contains(home);
    assertThat(ends()).isEmpty();
  }

  private String send(String event, String claims, String type, Instant occurred) {
    hub.receive(
        hub.sent.concern(
            event, claims, b -> Sent.person("p1").apply(b).setType(type).setOccurredAt(occurred)));
    return event;
  }

  /** The household in which an event stands on its child's log. */
  private Optional<String> household(String event) {
    return hub.subjects.stream()
        .map(record -> record.value())
        .filter(record -> record.getSubject().getScope() == Scope.CHILD)
        .map(record -> record.getBody())
        .filter(AttributedEventRecord.class::isInstance)
        .map(AttributedEventRecord.class::cast)
        .filter(body -> body.getEventId().equals(event))
        .findFirst()
        .orElseThrow()
        .getHouseholdRef();
  }

  private List<Instant> ends() {
    return hub.subjects.stream()
        .map(record -> record.value().getBody())
        .filter(SubjectFactRecord.class::isInstance)
        .map(SubjectFactRecord.class::cast)
        .filter(fact -> fact.getFact() == SubjectFactKind.HOUSEHOLD_MEMBER)
        .flatMap(fact -> fact.getUntil().stream())
        .toList();
  }
}
