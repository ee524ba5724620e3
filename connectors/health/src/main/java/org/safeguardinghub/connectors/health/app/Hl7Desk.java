package org.safeguardinghub.connectors.health.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.health.hl7.Acknowledgement;
import org.safeguardinghub.connectors.health.hl7.Acknowledgement.Code;
import org.safeguardinghub.connectors.health.hl7.Header;
import org.safeguardinghub.connectors.health.hl7.Hl7Form;
import org.safeguardinghub.connectors.health.hl7.Hl7Text;
import org.safeguardinghub.connectors.health.mllp.MllpServer;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.safeguardinghub.kernel.message.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers HL7 messages. AA is said only once the intake has recorded all that the message gives, or
 * when it gives nothing; AE asks to mend the message; AR says that it was not taken whatever its
 * content.
 */
final class Hl7Desk implements MllpServer.Conversation<Feed> {
  private static final Logger LOG = LoggerFactory.getLogger(Hl7Desk.class);

  /** Refused for what it is, not for what it says. */
  private static final Set<String> REJECTED =
      Set.of(Hl7Form.UNSUPPORTED, Hl7Form.NOT_PRODUCTION, "CHARSET_UNKNOWN", "NOT_HL7");

  /** In bytes; what is read takes many times as much, and there are 200 connections. */
  private static final int SMALL = 4096;

  private final Hl7Form form;
  private final Desk desk;
  private final InstantSource clock;

  Hl7Desk(Hl7Form form, Desk desk, InstantSource clock) {
    this.form = form;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public byte[] answer(Feed feed, byte[] frame) {
    List<byte[]> messages = Hl7Text.messages(frame);
    byte[] message = messages.size() == 1 ? messages.getFirst() : frame;
    Optional<Header> header = Header.of(message);
    try {
      List<Item> items =
          messages.size() > 1
              ? List.of(
                  new Item(
                      Place.whole(),
                      Fate.Refused.shape("", "SEVERAL_MESSAGES", "put each message into a frame")))
              : fates(message).stream().map(fate -> new Item(Place.whole(), fate)).toList();
      return answer(header, desk.take(feed, frame, items));
    } catch (StoreUnavailable e) {
      return say(header, Code.AR, "nothing was recorded: send the same again");
    } catch (RuntimeException e) {
      // What it says may hold pieces of the message.
      LOG.error("feed {}: a message could not be answered: {}", feed.name(), e.getClass());
      return say(header, Code.AR, "the hub failed: send the same again later");
    }
  }

  /** Small ones need no turn: all connections together read less than a few large ones. */
  private List<Fate> fates(byte[] message) {
    return message.length <= SMALL ? form.fates(message) : desk.oneOfFew(() -> form.fates(message));
  }

  private byte[] answer(Optional<Header> header, List<Desk.Outcome> outcomes) {
    Optional<Refusal> refusal =
        outcomes.stream().flatMap(outcome -> outcome.refusal().stream()).findFirst();
    if (refusal.isPresent()) {
      Code code = REJECTED.contains(refusal.get().reasonCode()) ? Code.AR : Code.AE;
      return say(header, code, refusal.get().reasonCode() + ": " + refusal.get().explanation());
    }
    return say(
        header, Code.AA, outcomes.stream().map(Hl7Desk::words).collect(Collectors.joining("; ")));
  }

  private static String words(Desk.Outcome outcome) {
    return outcome
        .result()
        .map(Result::receiptId)
        .map(id -> "receipt " + id)
        .orElse(
            outcome.item().fate() instanceof Fate.NoEvent none
                ? "no event: " + none.reasonCode()
                : "taken");
  }

  private byte[] say(Optional<Header> header, Code code, String text) {
    return Acknowledgement.of(header, code, text, clock.instant());
  }
}
