package org.safeguardinghub.kernel.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sign that an app can serve: a small JSON file, written whole or not at all. */
public final class ReadyFile {
  private ReadyFile() {}

  public static void write(AppSettings settings) {
    write(settings, null);
  }

  /** Says that the app can serve, and where. Does nothing where nobody asked for the sign. */
  public static void write(AppSettings settings, @Nullable String url) {
    Optional<String> wanted = settings.optional("hub.ready.file");
    if (wanted.isEmpty()) {
      return;
    }
    Path file = Path.of(wanted.get());
    String json =
        "{\"app\":\"%s\",\"pid\":%d%s}%n"
            .formatted(
                settings.text("hub.app"),
                ProcessHandle.current().pid(),
                url == null ? "" : ",\"url\":\"" + url + "\"");
    try {
      Path temporary = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(temporary, json);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the ready file", e);
    }
  }
}
