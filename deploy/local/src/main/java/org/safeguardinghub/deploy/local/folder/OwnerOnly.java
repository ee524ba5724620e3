package org.safeguardinghub.deploy.local.folder;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.safeguardinghub.kernel.files.OwnerOnlyFile;

/** Files that only their owner may read, written whole or not at all. */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** Writes text; at no moment can anybody else read it. */
  public static void write(Path file, String text) throws IOException {
    OwnerOnlyFile.write(file, text);
  }

  public static void write(Path file, Map<?, ?> properties, String comment) throws IOException {
    Properties escaped = new Properties();
    new TreeMap<>(properties)
        .forEach((key, value) -> escaped.setProperty(String.valueOf(key), String.valueOf(value)));
    StringWriter text = new StringWriter();
    escaped.store(text, comment);
    write(file, text.toString());
  }

  public static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    return properties;
  }

  public static void folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }
}
