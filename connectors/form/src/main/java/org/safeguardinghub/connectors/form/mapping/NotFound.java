package org.safeguardinghub.connectors.form.mapping;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Places that a mapping names and that a sample does not have. Names of the mapping only: nothing
 * of the sample's content.
 *
 * @param records how many were asked; of a file with headings only these are asked
 * @param columns that the headings lack, though every such file should have them
 * @param places that no record has: typing errors, or what this sample happens not to use
 */
public record NotFound(int records, List<Named> columns, List<Named> places) {
  public NotFound {
    columns = List.copyOf(columns);
    places = List.copyOf(places);
  }

  /**
   * A place.
   *
   * @param place as the mapping names it
   * @param use what it is named for, as {@code claims/givenNames}
   * @param line of the mapping
   */
  public record Named(String place, String use, int line) {
    @Override
    public String toString() {
      return place + " (" + use + " at line " + line + ")";
    }
  }

  /** For people, one after the other. */
  public static String words(List<Named> named) {
    return named.stream().map(Named::toString).collect(Collectors.joining(", "));
  }
}
