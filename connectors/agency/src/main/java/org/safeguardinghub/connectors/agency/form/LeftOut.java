package org.safeguardinghub.connectors.agency.form;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.safeguardinghub.kernel.files.OwnerOnlyFile;

/**
 * A mapping that the connector left out at its last start, as it says in a file of its data folder:
 * for whoever tells what runs. What the faults are stands in its log.
 *
 * @param file name of the mapping's file, or its id where it is a shipped one
 * @param faults how many there are
 */
public record LeftOut(String file, int faults) {
  private static final String NAME = "mappings-left-out.properties";

  /** Says it to others, also that nothing was left out. */
  public static void write(Path data, List<LeftOut> all) throws IOException {
    Properties said = new Properties();
    all.forEach(one -> said.setProperty(one.file(), Integer.toString(one.faults())));
    StringWriter text = new StringWriter();
    said.store(text, "Mappings that were left out at the last start, and how many faults each has");
    Files.createDirectories(data);
    OwnerOnlyFile.write(data.resolve(NAME), text.toString());
  }

  /** What was left out, by file; nothing where no connector has started yet. */
  public static List<LeftOut> read(Path data) throws IOException {
    Properties said = new Properties();
    try (Reader text = Files.newBufferedReader(data.resolve(NAME))) {
      said.load(text);
    } catch (NoSuchFileException nobody) {
      return List.of();
    }
    return said.stringPropertyNames().stream()
        .filter(file -> said.getProperty(file).matches("[0-9]{1,6}"))
        .sorted()
        .map(file -> new LeftOut(file, Integer.parseInt(said.getProperty(file))))
        .toList();
  }
}
