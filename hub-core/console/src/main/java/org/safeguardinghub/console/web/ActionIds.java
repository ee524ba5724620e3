package org.safeguardinghub.console.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.safeguardinghub.console.alert.Alert;

/** Ids of what people do. */
final class ActionIds {
  private ActionIds() {}

  /**
   * The id of an action follows from the form's word, the alert and the person: the same form sent
   * twice is one action, and nobody's form can stand in the way of another's.
   */
  static String of(String word, Alert alert, Visit visit) {
    String all = String.join("|", word, alert.id(), visit.personId());
    return UUID.nameUUIDFromBytes(all.getBytes(UTF_8)).toString();
  }
}
