package org.safeguardinghub.risk.identity.model;

import java.util.List;

/**
 * One field of a file of people.
 *
 * @param name as reports call it
 * @param kind what it says
 * @param formats for dates: how they are written; empty where that is to be guessed
 */
public record Field(String name, Kind kind, List<String> formats) {
  public Field {
    formats = List.copyOf(formats);
  }

  /** A field without formats. */
  public static Field of(String name, Kind kind) {
    return new Field(name, kind, List.of());
  }
}
