package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documentation that follows from the code; {@code -Dgolden.update} writes it again. */
public final class Golden {
  private Golden() {}

  /** A whole file of the module. */
  public static void file(String name, String actual) throws IOException {
    Path file = Path.of(name);
    if (System.getProperty("golden.update") != null) {
      Files.writeString(file, actual);
    }
    assertThat(actual).as(name).isEqualTo(Files.readString(file));
  }

  /** The part of a file of the module between the comments that bear a mark. */
  public static void part(String name, String mark, String actual) throws IOException {
    Path file = Path.of(name);
    String begin = "<!-- generated: " + mark + " -->\n";
    String end = "<!-- end of " + mark + " -->";
    String text = Files.readString(file);
    assertThat(text).as(name).contains(begin, end);
    String before = text.substring(0, text.indexOf(begin) + begin.length());
    String after = text.substring(text.indexOf(end));
    if (System.getProperty("golden.update") != null) {
      Files.writeString(file, before + actual + after);
    }
    String recorded = Files.readString(file);
    assertThat(actual)
        .as(name + ", " + mark)
        .isEqualTo(recorded.substring(before.length(), recorded.indexOf(end)));
  }
}
