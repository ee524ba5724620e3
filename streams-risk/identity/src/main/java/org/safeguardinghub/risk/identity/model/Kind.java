package org.safeguardinghub.risk.identity.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a field says of a person. Fields of one group may stand in each other's place. */
public enum Kind {
  GIVEN_NAME("name", Reading.NAME),
  SURNAME("name", Reading.NAME),
  PARENT_NAME("parent", Reading.NAME),
  BIRTH_DATE("birth", Reading.DAY),
  SEX("sex", Reading.SEX),
  NHS_NUMBER("nhs", Reading.NHS_NUMBER),
  UPN("upn", Reading.UPN),
  IDENTIFIER("identifier", Reading.IDENTIFIER),
  PHONE("phone", Reading.PHONE),
  EMAIL("email", Reading.EMAIL),
  POSTCODE("postcode", Reading.POSTCODE),
  HOUSE_NUMBER("house", Reading.CATEGORY),
  ADDRESS("address", Reading.TEXT),
  PLACE("place", Reading.TEXT),
  SCHOOL("school", Reading.TEXT),
  OCCUPATION("occupation", Reading.TEXT),
  TEXT("text", Reading.TEXT),
  CATEGORY("category", Reading.CATEGORY);

  /** How values of a kind are read and compared. */
  enum Reading {
    NAME,
    TEXT,
    DAY,
    SEX,
    NHS_NUMBER,
    UPN,
    IDENTIFIER,
    PHONE,
    EMAIL,
    POSTCODE,
    CATEGORY
  }

  private final String group;
  private final Reading reading;

  Kind(String group, Reading reading) {
    this.group = group;
    this.reading = reading;
  }

  /** The kind as mappings write it: {@code given-name}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind that is written so. */
  public static Optional<Kind> of(String written) {
    return Arrays.stream(values()).filter(kind -> kind.written().equals(written)).findFirst();
  }

  String group() {
    return group;
  }

  Reading reading() {
    return reading;
  }

  /** With whom it is shared: relatives share names of families, homes and callings. */
  Sharing sharing() {
    return switch (this) {
      case GIVEN_NAME, SEX, NHS_NUMBER, UPN, IDENTIFIER -> Sharing.OWN;
      case BIRTH_DATE -> Sharing.TWINS;
      case SURNAME,
          PARENT_NAME,
          PHONE,
          EMAIL,
          POSTCODE,
          HOUSE_NUMBER,
          ADDRESS,
          PLACE,
          SCHOOL,
          OCCUPATION,
          TEXT,
          CATEGORY ->
          Sharing.HOUSEHOLD;
    };
  }

  /** How telling one value is where nobody has counted, in bits. */
  int usualBits() {
    return switch (reading) {
      case SEX -> 1;
      case CATEGORY -> 3;
      case TEXT -> 7;
      case NAME -> 8;
      case POSTCODE -> 12;
      case DAY -> 13;
      case NHS_NUMBER, UPN, IDENTIFIER, PHONE, EMAIL -> 20;
    };
  }

  /** Whether fields of this kind can be mistaken for one another when a record is written. */
  boolean interchangeable() {
    return switch (this) {
      case GIVEN_NAME, SURNAME, PARENT_NAME, PHONE, EMAIL, ADDRESS -> true;
      default -> false;
    };
  }
}
