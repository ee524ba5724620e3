package org.safeguardinghub.console.page;

import java.time.Instant;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.people.LeadDirectory;

/**
 * How people and times are spoken of: to whoever reads a page now, or on paper that others read on
 * another day.
 *
 * @param now the moment at which it is said
 * @param paper without "you", "today" and "tomorrow"
 */
record Telling(Instant now, boolean paper) {
  static Telling page(Instant now) {
    return new Telling(now, false);
  }

  static Telling paper(Instant now) {
    return new Telling(now, true);
  }

  String when(Instant moment) {
    return paper ? LondonTime.full(moment) : LondonTime.when(moment, now);
  }

  boolean overdue(Instant due) {
    return LondonTime.overdue(due, now);
  }

  String due(Instant due) {
    return LondonTime.due(due, now, when(due));
  }

  String who(String personId, LeadDirectory directory, Reader reader) {
    if (paper) {
      return directory.nameOf(personId) + ", " + directory.mainTitleOf(personId);
    }
    return personId.equals(reader.personId()) ? "You" : directory.nameOf(personId);
  }
}
