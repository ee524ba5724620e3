package org.safeguardinghub.kernel.subject;

import java.util.Optional;

/**
 * Keys of {@code directory.v1}, said once: whoever reads an entry looks for it under the very key
 * that whoever publishes it has made.
 */
public final class DirectoryKey {
  private static final String PERSON = "person:";
  private static final String ROLE = "role:";

  private DirectoryKey() {}

  /** Who holds a role, in an organisation where it is held in one. */
  public static String ofRole(String role, Optional<String> agency) {
    return agency.isPresent() ? ROLE + role + '@' + agency.get() : ROLE + role;
  }

  public static String ofPerson(String personId) {
    return PERSON + personId;
  }

  /** Whose entry stands under a key; empty for a role's. */
  public static Optional<String> personOf(String key) {
    return key.startsWith(PERSON) ? Optional.of(key.substring(PERSON.length())) : Optional.empty();
  }
}
