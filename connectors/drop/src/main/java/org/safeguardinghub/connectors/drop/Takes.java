package org.safeguardinghub.connectors.drop;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.safeguardinghub.kernel.files.OwnerOnlyFile;

/**
 * What is taken from a feed's folder, as the connector that watches it last said in a file beside
 * {@code in}: for the sender, and for whoever takes files in for it.
 *
 * @param endings of names, with their dot, in lower case; none: nobody has said
 * @param largestFile in bytes
 * @param anySize those of the endings under which files may be larger: lists of rows
 */
public record Takes(List<String> endings, long largestFile, List<String> anySize) {
  /** The file's name in the folder of the feed. */
  public static final String NAME = "takes.properties";

  /** Rows are read in pieces; what stands under other endings is read as a whole. */
  private static final String ROWS = ".csv";

  public Takes {
    endings = List.copyOf(endings);
    anySize = List.copyOf(anySize);
  }

  /** What a connector with these settings takes. */
  static Takes of(DropSettings settings) {
    return new Takes(
        settings.endings(),
        settings.largestWhole(),
        settings.endings().stream().filter(ROWS::equals).toList());
  }

  /** How large a file of this name may be, in bytes. */
  public long largest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return anySize.stream().anyMatch(lower::endsWith) ? Long.MAX_VALUE : largestFile;
  }

  /** How large a file may be whose name nobody knows yet. */
  public long largest() {
    return anySize.isEmpty() ? largestFile : Long.MAX_VALUE;
  }

  /** What stands beside a feed's folders; where no connector has watched them yet, the usual. */
  public static Takes read(Path own) throws IOException {
    Properties said = new Properties();
    try (Reader text = Files.newBufferedReader(own.resolve(NAME))) {
      said.load(text);
    } catch (NoSuchFileException nobody) {
      return new Takes(List.of(), DropSettings.SIXTEEN_MEBIBYTES, List.of(ROWS));
    }
    String largest = said.getProperty("largestFile", "");
    return new Takes(
        words(said, "endings"),
        largest.matches("\\d{1,10}") ? Long.parseLong(largest) : DropSettings.SIXTEEN_MEBIBYTES,
        words(said, "anySize"));
  }

  private static List<String> words(Properties said, String name) {
    return Stream.of(said.getProperty(name, "").split(" +"))
        .filter(word -> !word.isBlank())
        .toList();
  }

  void write(Path own) throws IOException {
    String text =
        "endings=%s%nlargestFile=%d%nanySize=%s%n"
            .formatted(String.join(" ", endings), largestFile, String.join(" ", anySize));
    OwnerOnlyFile.write(own.resolve(NAME), text);
  }
}
