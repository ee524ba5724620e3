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
 * @param largestFile in bytes
 * @param columns what the sender calls what a pointer of the intake names, such as {@code
 *     /occurredAt}
 */
public record DropSettings(
    Set<OriginFamily> families,
    List<Form> forms,
    List<String> endings,
    int largestFile,
    Map<String, String> columns) {
  /** A year of records of a large sender is far below; a larger file is no drop. */
  public static final int EIGHT_MEBIBYTES = 8 * 1024 * 1024;

  public DropSettings {
    families = Set.copyOf(families);
    forms = List.copyOf(forms);
    endings = List.copyOf(endings);
    columns = Map.copyOf(columns);
  }
}
