package org.safeguardinghub.connectors.form;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The items of what came in, in order. Read on demand, so that a large file is never held as
 * objects. Every pass gives the same items in the same order, which is what lets a restart go on in
 * the middle.
 */
@FunctionalInterface
public interface Reading extends Iterable<Item> {
  @Override
  Iterator<Item> iterator();

  /** The items as a stream. */
  default Stream<Item> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  static Reading of(List<Item> items) {
    List<Item> copy = List.copyOf(items);
    return copy::iterator;
  }

  /** The whole of it is refused. */
  static Reading refused(Place place, String reasonCode, String whatToDo) {
    return of(List.of(new Item(place, Fate.Refused.shape("", reasonCode, whatToDo))));
  }
}
