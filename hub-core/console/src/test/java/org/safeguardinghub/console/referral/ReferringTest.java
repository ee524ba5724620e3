package org.safeguardinghub.console.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.console.testing.MemoryReferrals;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;

/** A provider's referral, from the form into the intake. */
final class ReferringTest {
  private static final Provider HERON = new Provider("heron-house", "PRV");
  private static final String PERSON = "p-provider-heron";

  private final MemoryReferrals hub = new MemoryReferrals();
  private final Referring referring = hub.referring(() -> Samples.NOW);

  private static ReferralForm form(String narrative) {
    return new ReferralForm(
        Map.of(
            "type", "HOM-MIS-01",
            "day", "2026-06-20",
            "time", "22:30",
            "givenNames", "Teasel",
            "postcode", "FB1 1AA",
            "narrative", narrative,
            "gateway", "CA2004-S16LA"));
  }

  private static Kept.Status received(Kept referral) {
    return referral.status();
  }

  @Test
  void whatTheIntakeHasIsLetGoAndItsReceiptIsKept() throws IOException {
    Kept sent = referring.submit("r-1", HERON, PERSON, form("Gone since supper"));

    assertThat(received(sent)).isEqualTo(new Kept.Status.Received("r-0"));
    assertThat(hub.find("r-1", PERSON).orElseThrow().content()).isEmpty();
    JsonNode message = new ObjectMapper().readTree(hub.messages().getFirst());
    assertThat(message.path("occurredAt").asText())
        .as("half past ten in summer time")
        .isEqualTo("2026-06-20T21:30:00Z");
    assertThat(message.at("/subjects/0/claims/address/postcode").asText()).isEqualTo("FB1 1AA");
    assertThat(message.has("childVoice")).as("what was left empty is left out").isFalse();
    assertThat(message.toString()).doesNotContain("agency", "heron-house");
  }

  @Test
  void theSameFormSentTwiceIsOneReferral() {
    referring.submit("r-1", HERON, PERSON, form("Gone since supper"));
    Kept again = referring.submit("r-1", HERON, PERSON, form("Gone since supper"));

    assertThat(received(again)).isEqualTo(new Kept.Status.Received("r-0"));
    assertThat(hub.messages()).hasSize(1);
  }

  @Test
  void whileTheIntakeIsAwayNothingIsLostAndItIsSentOnceItIsBack() throws IOException {
    hub.away(true);
    Kept kept = referring.submit("r-1", HERON, PERSON, form("Gone since supper"));
    assertThat(kept.waits()).isTrue();
    referring.submit("r-2", HERON, PERSON, form("Back, and hungry"));
    referring.sendWaiting();
    assertThat(hub.waiting(9)).extracting(Kept::id).containsExactly("r-1", "r-2");

    hub.away(false);
    referring.sendWaiting();
    referring.sendWaiting();

    assertThat(hub.waiting(9)).isEmpty();
    assertThat(hub.messages()).hasSize(2);
    assertThat(new ObjectMapper().readTree(hub.messages().getFirst()).path("eventId").asText())
        .as("one event, however often it is sent")
        .isEqualTo(kept.eventId());
  }

  @Test
  void whatIsRefusedIsKeptUntilItIsPutRightAsAnotherEvent() {
    hub.refuse(
        new IntakeDoor.Refusal(
            "q-1", "TIME", "IN_FUTURE", "/occurredAt", "occurredAt lies in the future"));
    Kept refused = referring.submit("r-1", HERON, PERSON, form("Gone since supper"));

    assertThat(referring.form(refused).field("narrative")).isEqualTo("Gone since supper");
    assertThat(refused.status())
        .isInstanceOfSatisfying(
            Kept.Status.Refused.class,
            why -> assertThat(Referring.fault(why.refusal()).field()).isEqualTo("day"));
    assertThat(hub.waiting(9)).as("nobody sends it again as it is").isEmpty();

    hub.accept();
    Kept right = referring.putRight(refused, form("Gone since supper, came back at nine"));

    assertThat(received(right)).isEqualTo(new Kept.Status.Received("r-1"));
    assertThat(right.eventId()).isNotEqualTo(refused.eventId());
    assertThat(referring.putRight(right, form("once more"))).isEqualTo(right);
    assertThat(referring.putRight(refused, form("an old page")).status())
        .as("an old page changes nothing")
        .isEqualTo(right.status());
    assertThat(hub.messages()).hasSize(2);
  }

  @Test
  void whatIsAlreadyBeingSentByTheRoundIsNotSpoiledByTheSecondAnswer() {
    hub.away(true);
    Kept kept = referring.submit("r-1", HERON, PERSON, form("Gone since supper"));
    hub.away(false);
    referring.sendWaiting();

    assertThat(hub.replace(kept, kept)).isFalse();
    assertThat(hub.find("r-1", PERSON).orElseThrow().waits()).isFalse();
  }

  @Test
  void aProviderReportsWhatSuchAgenciesReportAndNoAllegations() {
    List<String> types = HERON.types(EventCatalogue.load()).stream().map(EventType::code).toList();

    assertThat(types).contains("HOM-MIS-01", "HOM-MH-01").noneMatch(code -> code.startsWith("EDU"));
    assertThat(types).doesNotContain("HOM-ALG-01", "FOS-ALG-01");
    assertThat(new Provider("lantern-trust", "VCS").types(EventCatalogue.load()))
        .extracting(EventType::code)
        .contains("VCS-YTH-01", "VCS-CHL-01")
        .doesNotContain("HOM-MIS-01");
  }

  @Test
  void whatAFormSaysIsPrintedNowhere() {
    assertThat(form("Gone since supper").toString()).isEqualTo("[withheld]");
  }
}
