package org.safeguardinghub.console.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * What a person may never answer for or open: a child, a household, an adult and so on by its typed
 * reference ({@code child/c-...}), or whatever an agency reported ({@code agency/<code>}).
 */
public final class Conflicts {
  private static final String AGENCY = "agency/";
  private static final Pattern SUBJECT =
      Pattern.compile("(child|unborn|household|place|setting|adult)/[A-Za-z0-9._:-]{1,120}");

  private Conflicts() {}

  /** What is wrong with these entries. */
  static List<String> faults(Collection<String> entries, Collection<Agency> agencies) {
    List<String> faults = new ArrayList<>();
    for (String entry : entries) {
      boolean sound =
          entry.startsWith(AGENCY)
              ? agencies.stream().anyMatch(agency -> entry.equals(AGENCY + agency.code()))
              : SUBJECT.matcher(entry).matches();
      if (!sound) {
        faults.add(
            "a conflict of interest is a reference such as child/c-1a2b or agency/<code>, not '"
                + entry
                + "'");
      }
    }
    return faults;
  }

  /**
   * The directory in which a conflict about one child holds for another too, as after a merge:
   * whoever may not answer for the one may not for the other. Nothing is taken away by it.
   */
  public static LeadDirectory carried(LeadDirectory directory, String from, String to) {
    String before = SubjectRef.child(from).typed();
    return directory.withPersons(
        directory.persons().stream()
            .map(
                person ->
                    person.conflicts().contains(before)
                        ? person.inConflictWith(SubjectRef.child(to).typed())
                        : person)
            .toList());
  }

  /** The entries of a form: what is written in one field, with blanks or commas between. */
  static Set<String> entries(String text) {
    Set<String> entries = new LinkedHashSet<>();
    for (String entry : text.strip().split("[\\s,]+", -1)) {
      if (!entry.isEmpty()) {
        entries.add(entry);
      }
    }
    return entries;
  }
}
