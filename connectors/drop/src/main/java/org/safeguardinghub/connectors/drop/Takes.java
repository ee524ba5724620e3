package org.safeguardinghub.connectors.drop;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.safeguardinghub.kernel.files.OwnerOnlyFile;

/**
 * What is taken from a feed's folder, as the connector that watches it last said in a file beside
 * {@code in}: for the sender, and for whoever takes files in for it.
 *
 * @param endings of names, with their dot, in lower case; none: nobody has said
 * @param largestFile in bytes
 */
public record Takes(List<String> endings, long largestFile) {
  /** The file's name in the folder of the feed. */
  public static final String NAME = "takes.properties";

  public Takes {
    endings = List.copyOf(endings);
  }

  /** What stands beside a feed's folders; where no connector has watched them yet, the usual. */
  public static Takes read(Path own) throws IOException {
    Properties said = new Properties();
    try (Reader text = Files.newBufferedReader(own.resolve(NAME))) {
      said.load(text);
    } catch (NoSuchFileException nobody) {
      return new Takes(List.of(), DropSettings.EIGHT_MEBIBYTES);
    }
    String largest = said.getProperty("largestFile", "");
    return new Takes(
        Stream.of(said.getProperty("endings", "").split(" +"))
            .filter(ending -> !ending.isBlank())
            .toList(),
        largest.matches("\\d{1,10}") ? Long.parseLong(largest) : DropSettings.EIGHT_MEBIBYTES);
  }

  void write(Path own) throws IOException {
    String text = "endings=%s%nlargestFile=%d%n".formatted(String.join(" ", endings), largestFile);
    OwnerOnlyFile.write(own.resolve(NAME), text);
  }
}
