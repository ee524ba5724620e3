package org.safeguardinghub.connectors.form;

/**
 * One item of what came in and what is to be done with it.
 *
 * @param place where it stands, for people
 */
public record Item(Place place, Fate fate) {
  /** What is said of a file in which there is nothing. */
  public static Item ofEmptyFile() {
    return new Item(
        Place.row(1),
        Fate.Refused.shape(
            "", "EMPTY_FILE", "the file is empty: send it once it has been written"));
  }
}
