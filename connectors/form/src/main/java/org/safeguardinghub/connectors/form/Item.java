package org.safeguardinghub.connectors.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * One item of what came in and what is to be done with it.
 *
 * @param place where it stands, for people
 * @param mark of a refused record: what tells it from others, wherever it stands; absent where the
 *     form cannot tell
 */
public record Item(Place place, Fate fate, Optional<Sensitive<byte[]>> mark) {
  public Item(Place place, Fate fate) {
    this(place, fate, Optional.empty());
  }

  /**
   * The same as the item of a record. Only of a refused one anything is remembered, and that is a
   * digest: a message has ids of its own.
   *
   * @param content all that the record says, in its own order
   */
  public Item ofRecord(Supplier<List<String>> content) {
    return fate instanceof Fate.Refused
        ? new Item(place, fate, Optional.of(Sensitive.of(Marks.of(content.get()))))
        : this;
  }

  /** Without the mark, of which nobody learns anything. */
  @Override
  public String toString() {
    return "Item[place=" + place + ", fate=" + fate + "]";
  }

  /** What is said of a file in which there is nothing. */
  public static Item ofEmptyFile() {
    return new Item(
        Place.row(1),
        Fate.Refused.shape(
            "", "EMPTY_FILE", "the file is empty: send it once it has been written"));
  }
}
