package org.safeguardinghub.risk.identity.population;

import java.time.LocalDate;
import java.util.List;

/**
 * An invented child as it is in truth.
 *
 * @param truth names the child; another after an adoption, as the two must never be joined
 * @param birth the same for twins and for nobody else
 * @param given the given name, then other forms of it that people write
 * @param second a second given name, "" where there is none
 * @param surnames the first is the usual one
 * @param nhs "" where none was ever given out
 * @param homes where it lives or lived, in the order of time unless {@code twoHomes}
 * @param twoHomes whether it lives at the first two at once
 * @param parents names of its parents
 * @param bornUnknown whether the day of birth is written as 1 January
 */
record Child(
    String truth,
    String birth,
    List<String> given,
    String second,
    List<String> surnames,
    boolean girl,
    LocalDate born,
    String nhs,
    String upn,
    List<Home> homes,
    boolean twoHomes,
    List<String> parents,
    Groups groups,
    boolean bornUnknown) {
  Child {
    given = List.copyOf(given);
    surnames = List.copyOf(surnames);
    homes = List.copyOf(homes);
    parents = List.copyOf(parents);
  }

  /** Where somebody lives, with the school of the place and a telephone. */
  record Home(String address, String postcode, String school, String phone) {}

  /**
   * What a fair matching must not depend on.
   *
   * @param origin of the name
   * @param deprivation of the home, from 1 (most) to 5
   * @param lookedAfter whether in care of the authority
   */
  record Groups(String origin, int deprivation, boolean lookedAfter) {}
}
