package org.safeguardinghub.connectors.form;

/**
 * Where an item stands, in plain words and without a word of its content.
 *
 * @param unit what is counted: {@code row}, {@code entry}, {@code child}
 * @param number its number, from 1
 * @param within what in it, such as {@code visit 2}; may be empty
 */
public record Place(String unit, int number, String within) {
  private static final String ROW = "row";

  /** A row as a spreadsheet shows it: the header is row 1. */
  public static Place row(int number) {
    return new Place(ROW, number, "");
  }

  /** A record of a list. */
  public static Place entry(int number) {
    return new Place("entry", number, "");
  }

  /** The file itself. */
  public static Place whole() {
    return new Place("file", 1, "");
  }

  /** A part of what stands here. */
  public Place within(String part) {
    boolean both = !within.isEmpty() && !part.isEmpty();
    return new Place(unit, number, both ? within + ", " + part : within + part);
  }

  /** For a column of row numbers: the bare number of a row, else the words. */
  public String inColumn() {
    return unit.equals(ROW) && within.isEmpty() ? Integer.toString(number) : toString();
  }

  @Override
  public String toString() {
    return unit + " " + number + (within.isEmpty() ? "" : ", " + within);
  }
}
