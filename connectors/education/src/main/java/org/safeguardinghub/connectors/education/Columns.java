package org.safeguardinghub.connectors.education;

import java.util.Map;

/** Which column of a file a place in the message came from. */
final class Columns {
  private static final Map<String, String> BY_POINTER =
      Map.ofEntries(
          Map.entry("/subjects/0/personRef", "pupilId"),
          Map.entry("/subjects/0/claims/givenNames", "forenames"),
          Map.entry("/subjects/0/claims/familyName", "surname"),
          Map.entry("/subjects/0/claims/dateOfBirth", "dob"),
          Map.entry("/subjects/0/claims/dateOfBirthText", "dob"),
          Map.entry("/subjects/0/claims/upn", "upn"),
          Map.entry("/subjects/0/claims/sex", "sex"),
          Map.entry("/occurredAt", "date"),
          Map.entry("/sourceRecordId", "recordId"),
          Map.entry("/level/proposed", "level"),
          Map.entry("/handling/class", "handling"));

  private Columns() {}

  static String of(String pointer) {
    if (pointer.startsWith("/attributes")) {
      return "attributes";
    }
    String known = BY_POINTER.get(pointer);
    return known != null ? known : pointer.startsWith("/") ? pointer.substring(1) : pointer;
  }
}
