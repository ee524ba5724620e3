package org.safeguardinghub.kernel.catalogue;

import java.util.List;

/**
 * A checked attribute value. {@link #wire()} is its form on a record: a boolean, an int, a text or
 * a list of texts.
 */
public sealed interface AttributeValue {
  /** The form that the Avro attribute union holds: Boolean, Integer, String or List of String. */
  Object wire();

  /** Yes or no. */
  record Flag(boolean value) implements AttributeValue {
    @Override
    public Object wire() {
      return value;
    }
  }

  /** A whole number; a percentage too. */
  record Whole(int value) implements AttributeValue {
    @Override
    public Object wire() {
      return value;
    }
  }

  /** One code, as the catalogue spells it. */
  record Code(String value) implements AttributeValue {
    @Override
    public Object wire() {
      return value;
    }
  }

  /** Codes without repeats, in the order of the catalogue. */
  record Codes(List<String> values) implements AttributeValue {
    public Codes {
      values = List.copyOf(values);
    }

    @Override
    public Object wire() {
      return values;
    }
  }

  /** An opaque reference. It may point at a person or place, so it prints withheld. */
  record Reference(String value) implements AttributeValue {
    @Override
    public Object wire() {
      return value;
    }

    @Override
    public String toString() {
      return "Reference[withheld]";
    }
  }

  /**
   * The type and level that replace those of a superseded event; on the wire {@code TYPE/level}.
   */
  record Regrade(String type, int level) implements AttributeValue {
    @Override
    public Object wire() {
      return type + "/" + level;
    }
  }
}
