package org.safeguardinghub.console.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.audit.AccessLog.Access;
import org.safeguardinghub.console.audit.AuditTrail;
import org.safeguardinghub.console.people.LeadDirectory;

/** Who saw what, in words. */
final class AccessWords {
  private AccessWords() {}

  /**
   * One line for each person and each thing that they did, with the last time; the latest first.
   */
  static List<String> of(
      List<Access> latestFirst, LeadDirectory directory, Reader reader, Instant now) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (Access access : latestFirst) {
      did(access.action())
          .ifPresent(
              did ->
                  lines.putIfAbsent(
                      access.actor() + ' ' + access.action(),
                      "%s %s, %s"
                          .formatted(
                              access.actor().equals(reader.personId())
                                  ? "You"
                                  : directory.nameOf(access.actor()),
                              did,
                              LondonTime.when(access.at(), now))));
    }
    return new ArrayList<>(lines.values());
  }

  private static Optional<String> did(AuditTrail.Action action) {
    return switch (action) {
      case OPENED -> Optional.of("opened it");
      case READ_STORY -> Optional.of("read the whole story");
      case PRINTED -> Optional.of("made a pack for a conference");
      case ANSWERED -> Optional.of("answered it");
      case PLANNED -> Optional.of("recorded what is agreed");
      case DECIDED_SHARING -> Optional.of("recorded what is shared or not");
      case CHANGED -> Optional.of("changed it");
      case BROKE_GLASS -> Optional.of("opened it without its being theirs, with a reason");
      case REFUSED -> Optional.of("tried to open it and was refused");
      case REFERRED, LISTED, SIGNED_IN, SIGN_IN_LOCKED, SIGNED_OUT, REVIEWED -> Optional.empty();
    };
  }
}
