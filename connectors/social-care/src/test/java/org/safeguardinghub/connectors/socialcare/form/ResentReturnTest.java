package org.safeguardinghub.connectors.socialcare.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.fakes.InMemoryReceipts;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.connectors.intake.fakes.RecordingSender;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.schemas.ConcernRecord;

/** A return is sent whole each time: only what changed may become an event. */
class ResentReturnTest {
  private static final Feed COUNCIL =
      new Feed(
          "thistledown-council",
          "thistledown-council",
          "Thistledown Council",
          Set.of(OriginFamily.CSC),
          "u",
          "p",
          "00",
          OptionalInt.empty());
  private static final String HEADINGS =
      "CHILD,DECOM,RNE,LS,REC,DEC,REASON_PLACE_CHANGE,HOME_POST\n";
  private static final String OPEN = "7,01/02/2025,S,C2,,,,ZZ1 1ZZ\n";
  private static final String OTHER = "8,05/02/2025,S,V2,,,,\n";

  private final RecordingSender sender = new RecordingSender();
  private final Intake intake =
      Intake.of(
          "connector-social-care",
          HubKeys.generate(),
          new InMemoryReceipts(),
          sender,
          Runnable::run,
          InstantSource.fixed(Messages.NOW));
  private final Form episodes = SocialCareForms.mappings(EventCatalogue.load()).getFirst();

  @Test
  void theSameReturnAgainIsNothingNew() {
    assertThat(firstTimes(HEADINGS + OPEN + OTHER)).isEqualTo(2);
    assertThat(firstTimes(HEADINGS + OTHER + OPEN)).isZero();
    assertThat(published()).hasSize(2);
  }

  @Test
  void theSameDayWrittenInAnotherWayIsTheSame() {
    firstTimes(HEADINGS + OPEN + OTHER);
    assertThat(firstTimes(HEADINGS + OPEN.replace("01/02/2025", "2025-02-01") + OTHER)).isZero();
  }

  @Test
  void anEndAndANewChildAreTwoEvents() {
    firstTimes(HEADINGS + OPEN);
    String ended = OPEN.replace(",,,,", ",E4A,01/06/2025,,");
    assertThat(firstTimes(HEADINGS + ended + OTHER)).isEqualTo(2);
    assertThat(published())
        .extracting(ConcernRecord::getType)
        .containsExactly("CSC-LAC-01", "CSC-LAC-03", "CSC-LAC-01");
    assertThat(published()).extracting(ConcernRecord::getSupersedes).containsOnly(Optional.empty());
  }

  @Test
  void aCorrectedRowSupersedesWhatItSaidBefore() {
    firstTimes(HEADINGS + OPEN + OTHER);
    String ended = OPEN.replace(",,,,", ",E4A,01/06/2025,,");
    firstTimes(HEADINGS + ended + OTHER);
    assertThat(firstTimes(HEADINGS + ended.replace("01/06", "02/06") + OTHER)).isEqualTo(1);
    assertThat(published()).hasSize(4);
    assertThat(published().getLast().getType()).isEqualTo("CSC-LAC-03");
    assertThat(published().getLast().getSupersedes()).hasValue(published().get(2).getEventId());
  }

  private long firstTimes(String file) {
    List<Submission> submissions = new ArrayList<>();
    episodes
        .read(Received.of("", file.getBytes(UTF_8)))
        .forEach(
            item -> {
              if (item.fate() instanceof Fate.Send send) {
                submissions.add(send.submission());
              }
            });
    return intake.submitAll(COUNCIL, submissions).stream()
        .filter(result -> ((Result.Accepted) result).firstTime())
        .count();
  }

  private List<ConcernRecord> published() {
    return sender.on("concerns.thistledown-council.v1").stream()
        .map(record -> (ConcernRecord) record.value())
        .toList();
  }
}
