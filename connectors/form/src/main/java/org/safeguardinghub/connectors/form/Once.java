package org.safeguardinghub.connectors.form;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.safeguardinghub.connectors.intake.envelope.Step;

/**
 * Knows the records of one file that were seen, and what a second one of the same id is: the same
 * again, or two contents that claim one id.
 */
public final class Once {
  private static final int LONGEST_ID = 200;

  private final Map<String, Seen> seen = new HashMap<>();

  private record Seen(Place place, int content) {}

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
    Seen first = seen.putIfAbsent(id, new Seen(place, content));
    if (first == null) {
      return fate;
    }
    return first.content() == content
        ? new Fate.Repeated(id, first.place())
        : new Fate.Refused(
            id,
            Step.DUPLICATE,
            "RECORD_ID_TWICE",
            first.place()
                + " has the same record and other content: correct one of them and send it again");
  }
}
