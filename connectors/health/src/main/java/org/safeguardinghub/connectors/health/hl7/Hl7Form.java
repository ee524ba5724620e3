package org.safeguardinghub.connectors.health.hl7;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.form.Reading;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.health.event.Events;
import org.safeguardinghub.connectors.health.table.HealthTables;
import org.safeguardinghub.kernel.message.Step;

/** Messages of HL7 version 2: one in either encoding, or several of the usual one in a row. */
public final class Hl7Form implements Form {
  /** The reason code of a message that the hub does not take, however well it is made. */
  public static final String UNSUPPORTED = "MESSAGE_UNSUPPORTED";

  /** The reason code of a message that is meant for a test or for training. */
  public static final String NOT_PRODUCTION = "NOT_PRODUCTION";

  /** The largest message in bytes. */
  public static final int LARGEST = 1024 * 1024;

  /** Far more than any message has; the parser makes an object of each. */
  private static final int MOST_SEPARATORS = 50_000;

  private static final int MOST_SEGMENTS = 2_000;
  private static final Set<String> PRODUCTION = Set.of("P", "");

  private final AdtMapper mapper;

  public Hl7Form(HealthTables tables, String legalGateway) {
    mapper = new AdtMapper(tables, new Events(legalGateway));
  }

  @Override
  public String name() {
    return "hl7v2";
  }

  @Override
  public String title() {
    return "HL7 version 2 messages";
  }

  @Override
  public boolean recognises(Received received) {
    return Hl7Text.looksLike(received.bytes()) || V2Xml.looksLike(received.bytes());
  }

  @Override
  public Reading read(Received received) {
    byte[] bytes = received.bytes();
    List<byte[]> messages =
        V2Xml.looksLike(bytes)
            ? V2Xml.message(bytes).map(Hl7Text::messages).orElse(List.of())
            : Hl7Text.messages(bytes);
    if (messages.isEmpty()) {
      return Reading.refused(Place.whole(), "NOT_HL7", "a message begins with the segment MSH");
    }
    return () -> items(messages);
  }

  private Iterator<Item> items(List<byte[]> messages) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      Place place = new Place("message", i + 1, "");
      byte[] message = messages.get(i);
      fates(message)
          .forEach(
              fate ->
                  items.add(
                      new Item(place, fate)
                          .ofRecord(() -> List.of(new String(message, ISO_8859_1)))));
    }
    return items.iterator();
  }

  /** The fates of one message; never none. */
  public List<Fate> fates(byte[] message) {
    if (message.length > LARGEST) {
      return refused("TOO_LARGE", "send at most 1 MB in one message; documents stay at the source");
    }
    Optional<Header> header = Header.of(message);
    if (header.isEmpty()) {
      return refused("NOT_HL7", "a message begins with the segment MSH and names its separators");
    }
    if (!PRODUCTION.contains(header.get().first(11))) {
      return refused(
          NOT_PRODUCTION,
          "MSH-11 says that this is a test or training message: the hub takes real ones only");
    }
    Optional<Charset> charset = Hl7Text.charset(header.get());
    if (charset.isEmpty()) {
      return refused(
          "CHARSET_UNKNOWN", "write ASCII, 8859/1, 8859/15 or UNICODE UTF-8 into MSH-18");
    }
    Optional<String> text = Hl7Text.decode(message, charset.get());
    if (text.isEmpty()) {
      return refused(
          "WRONG_CHARACTERS", "the message has bytes that its character set (MSH-18) has not");
    }
    return tooMany(header.get(), text.get())
        ? refused("TOO_DEEP_OR_LONG", "send fewer segments, repetitions and components")
        : parsed(header.get(), text.get());
  }

  private List<Fate> parsed(Header header, String text) {
    return Segments.of(text)
        .map(message -> mapper.map(header, message))
        .orElseGet(() -> refused("NOT_HL7", "the message cannot be read as HL7 version 2"));
  }

  private static boolean tooMany(Header header, String text) {
    String separators = header.fieldSeparator() + header.encoding();
    int segments = 0;
    int parts = 0;
    for (int i = 0; i < text.length(); i++) {
      segments += text.charAt(i) == '\r' ? 1 : 0;
      parts += separators.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    return segments > MOST_SEGMENTS || parts > MOST_SEPARATORS;
  }

  private static List<Fate> refused(String reasonCode, String whatToDo) {
    return List.of(new Fate.Refused("", Step.SHAPE, reasonCode, whatToDo));
  }
}
