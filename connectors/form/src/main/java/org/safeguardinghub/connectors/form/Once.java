package org.safeguardinghub.connectors.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.kernel.message.Step;

/**
 * Knows the records of one file that were seen, and what a second one of the same id is: the same
 * again, or two contents that claim one id. However many they are, they take little memory.
 */
public final class Once {
  private static final int LONGEST_ID = 200;

  private final SeenIds seen = new SeenIds();
  private final MessageDigest digest = Marks.digest();

  /**
   * What is counted and where within, of all places; these are few, as the numbers are left out.
   */
  private final List<Place> shapes = new ArrayList<>();

  private final Map<Place, Integer> numbers = new HashMap<>();

  /** The fate with regard to what stands further up; the content is the message's own. */
  public Fate check(Place place, Fate fate) {
    return fate instanceof Fate.Send send
        ? check(place, fate, Arrays.hashCode(send.submission().body().reveal()))
        : fate;
  }

  /**
   * The same with a content of the form's own.
   *
   * @param content a hash of what the item says
   */
  public Fate check(Place place, Fate fate, int content) {
    String id = fate.recordId();
    if (id.isEmpty()) {
      return fate;
    }
    if (id.length() > LONGEST_ID) {
      return Fate.Refused.shape(
          "", "RECORD_ID_TOO_LONG", "use record ids of at most " + LONGEST_ID + " characters");
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(id.getBytes(UTF_8)));
    Optional<SeenIds.Entry> first =
        seen.putIfAbsent(
            hash.getLong(),
            hash.getLong(),
            new SeenIds.Entry(content, place.number(), shape(place)));
    return first.map(before -> again(id, before, content)).orElse(fate);
  }

  private Fate again(String id, SeenIds.Entry before, int content) {
    Place shape = shapes.get(before.shape() - 1);
    Place first = new Place(shape.unit(), before.number(), shape.within());
    return before.content() == content
        ? new Fate.Repeated(id, first)
        : new Fate.Refused(
            id,
            Step.DUPLICATE,
            "RECORD_ID_TWICE",
            first
                + " has the same record and other content: correct one of them and send it again");
  }

  private int shape(Place place) {
    return numbers.computeIfAbsent(
        new Place(place.unit(), 0, place.within()),
        shape -> {
          shapes.add(shape);
          return shapes.size();
        });
  }
}
