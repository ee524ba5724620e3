package org.safeguardinghub.console.alert;

import java.util.List;
import org.safeguardinghub.console.alert.Answering.Fault;

/** What becomes of a filled-in form. */
public sealed interface Judged<T> {
  /** Sound: to be recorded. */
  record Sound<T>(T what) implements Judged<T> {}

  /** Something is missing or not possible. */
  record Faulty<T>(List<Fault> faults) implements Judged<T> {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
