package org.safeguardinghub.connectors.socialcare.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.safeguardinghub.connectors.form.read.Unreadable;
import org.safeguardinghub.connectors.form.read.XmlText;

/**
 * Looks through the archive that a workbook is, before any library opens it. A small archive may
 * unfold to more than the memory holds, and a cell may claim to stand in a column that does not
 * exist; both are counted here by what is really there, not by what is declared.
 */
final class Archive {
  /** All parts together, unfolded. */
  static final int LARGEST = 64 * 1024 * 1024;

  private static final int MOST_PARTS = 500;

  /** Beyond the last column (XFD) or row of any workbook. */
  private static final Pattern OUTSIDE =
      Pattern.compile(
          "<(?:c|row)\\s(?:[^>]*\\s)?r\\s*=\\s*[\"'](?:[A-Za-z]{4,}|[A-Za-z]{0,3}[0-9]{8,})");

  private Archive() {}

  static boolean looksLike(byte[] bytes) {
    return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
  }

  /** Why the archive must not be opened; empty if it may. */
  static Optional<Unreadable> check(byte[] bytes) {
    try {
      return parts(bytes).entrySet().stream()
          .map(part -> part(part.getKey(), part.getValue()))
          .flatMap(Optional::stream)
          .findFirst();
    } catch (TooLarge e) {
      return Optional.of(
          new Unreadable("TOO_LARGE", "split the workbook: it unfolds to more than 64 MiB", ""));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(
          new Unreadable("NOT_A_WORKBOOK", "this archive cannot be read: save it again", ""));
    }
  }

  private static Optional<Unreadable> part(String name, byte[] content) {
    if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
      return Optional.empty();
    }
    Optional<Unreadable> fault = XmlText.check(content);
    boolean outside =
        name.startsWith("xl/worksheets/")
            && OUTSIDE
                .matcher(new String(content, java.nio.charset.StandardCharsets.ISO_8859_1))
                .find();
    return outside
        ? Optional.of(
            new Unreadable("CELL_OUTSIDE", "a cell stands outside of any sheet: save it again", ""))
        : fault;
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    int left = LARGEST;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes(left + 1);
        left -= content.length;
        if (left < 0 || parts.size() >= MOST_PARTS) {
          throw new TooLarge();
        }
        parts.put(entry.getName(), content);
      }
    }
    return parts;
  }
}
