package org.safeguardinghub.connectors.drop;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/**
 * What a connector takes from its folders.
 *
 * @param families whose feeds have a folder here
 * @param forms what is read. One form alone reads every file; of several the first that recognises
 *     a file does
 * @param endings endings of file names that are taken, with their dot, in lower case; all others
 *     stay where they are
 * @param largestWhole in bytes: of a file that is in memory as a whole while it is read. Lists of
 *     rows are read in pieces and may be of any size
 * @param columns what the sender calls what a pointer of the intake names, such as {@code
 *     /occurredAt}
 */
public record DropSettings(
    Set<OriginFamily> families,
    List<Form> forms,
    List<String> endings,
    int largestWhole,
    Map<String, String> columns) {
  /** What the least heap of a connector has room for, with all that is made of it. */
  public static final int SIXTEEN_MEBIBYTES = 16 * 1024 * 1024;

  public DropSettings {
    families = Set.copyOf(families);
    forms = List.copyOf(forms);
    endings = List.copyOf(endings);
    columns = Map.copyOf(columns);
  }
}
