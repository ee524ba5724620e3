package org.safeguardinghub.console.alert;

import java.util.List;
import java.util.Locale;
import org.safeguardinghub.console.alert.Answering.Fault;

/** What people write into a form: something, and not too much. */
final class Texts {
  private Texts() {}

  static void check(String text, String field, String missing, int most, List<Fault> faults) {
    if (text.isBlank()) {
      faults.add(new Fault(field, missing));
    } else if (text.strip().length() > most) {
      faults.add(
          new Fault(field, String.format(Locale.UK, "This must be %,d characters or fewer", most)));
    }
  }
}
