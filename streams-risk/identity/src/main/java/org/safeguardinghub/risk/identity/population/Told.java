package org.safeguardinghub.risk.identity.population;

import java.util.List;

/**
 * What one agency wrote of one child, blank where it wrote nothing.
 *
 * @param record its number, from 1
 * @param source kind of agency: health, school, social-care, police
 * @param told day on which it was written, ISO
 * @param claims one text for each of {@link #CLAIMS}
 * @param truth for each of {@link #TRUTH}
 */
public record Told(
    long record, String source, String told, List<String> claims, List<String> truth) {
  /** What is claimed, in this order. */
  public static final List<String> CLAIMS =
      List.of(
          "given",
          "surname",
          "born",
          "sex",
          "nhs",
          "upn",
          "address",
          "postcode",
          "school",
          "parent",
          "phone");

  /** What is true of the child: who, whose twin, and the groups of the equity report. */
  public static final List<String> TRUTH =
      List.of("child", "birth", "origin", "deprivation", "looked_after");

  public Told {
    claims = List.copyOf(claims);
    truth = List.copyOf(truth);
  }

  /** What is claimed under this name of {@link #CLAIMS}; "" for nothing. */
  public String claim(String name) {
    return claims.get(CLAIMS.indexOf(name));
  }

  /** Whether it was written before the birth: of the mother and her home, no name and no day. */
  public boolean unborn() {
    return claim("born").isEmpty()
        && claim("sex").isEmpty()
        && claim("nhs").isEmpty()
        && (claim("given").isEmpty() || claim("given").equals("unborn"));
  }
}
