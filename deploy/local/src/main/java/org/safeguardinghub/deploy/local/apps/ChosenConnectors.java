package org.safeguardinghub.deploy.local.apps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;

/**
 * Which connectors a hub was last started with: a file of its data folder. Whoever starts it again
 * without naming any means the same, since an agency goes on sending.
 */
public final class ChosenConnectors {
  /** Said in place of names by whoever wants none beside those that always start. */
  public static final String NONE = "none";

  private static final String FILE = "connectors.properties";
  private static final String KEY = "connectors";

  private final Path file;

  /**
   * Of a hub.
   *
   * @param data its data folder
   */
  public ChosenConnectors(Path data) {
    this.file = data.resolve(FILE);
  }

  /** Those of the last start, of which this version knows; none where none were ever named. */
  public List<String> last() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Stream.of(OwnerOnly.read(file).getProperty(KEY, "").split(","))
          .filter(AppSpec.OPTIONAL::contains)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names that somebody gave; {@link #NONE} is none of them. */
  public static List<String> named(List<String> given) {
    return given.equals(List.of(NONE)) ? List.of() : List.copyOf(given);
  }

  /** Remembers them; the folder is there. */
  public void remember(List<String> names) {
    try {
      OwnerOnly.write(
          file,
          Map.of(KEY, String.join(",", new TreeSet<>(names))),
          "Connectors that ./hub up starts unless others are named");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
