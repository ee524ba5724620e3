package org.safeguardinghub.console.page;

import java.util.List;
import org.safeguardinghub.console.alert.Agreeing;
import org.safeguardinghub.console.alert.Answering.Fault;

/**
 * Something that a reader is to do, and the form by which they say what came of it.
 *
 * @param path where the form goes
 */
public record ActionPage(
    ActionLine line, String path, String actionId, Agreeing.MarkForm form, List<Fault> faults) {
  public ActionPage {
    faults = List.copyOf(faults);
  }
}
