package org.safeguardinghub.connectors.sftp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a path of an agency's own view names. Whatever is none of these does not exist for it. */
sealed interface Place {
  /** The folder that the agency finds itself in. */
  record Top() implements Place {}

  /** One of its folders. */
  record Folder(Box box) implements Place {}

  /** A file in one of them, whether it is there or not. */
  record Entry(Box box, String name) implements Place {}

  /** What a connector says it takes, for the agency to read. */
  record Note() implements Place {}

  /** Anything else. */
  record Elsewhere() implements Place {}

  /** The folders of an agency. */
  enum Box {
    IN,
    WORK,
    DONE;

    String folder() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Optional<Box> of(String folder) {
      return Arrays.stream(values()).filter(box -> box.folder().equals(folder)).findFirst();
    }
  }

  /**
   * The place that a path names.
   *
   * @param parts the names of a path from the top on, in order
   */
  static Place of(List<String> parts) {
    if (parts.stream().anyMatch(part -> part.isEmpty() || part.startsWith(".."))) {
      return new Elsewhere();
    }
    return switch (parts.size()) {
      case 0 -> new Top();
      case 1 ->
          parts.getFirst().equals(org.safeguardinghub.connectors.drop.Takes.NAME)
              ? new Note()
              : Box.of(parts.getFirst()).<Place>map(Folder::new).orElseGet(Elsewhere::new);
      case 2 ->
          Box.of(parts.getFirst())
              .<Place>map(box -> new Entry(box, parts.get(1)))
              .orElseGet(Elsewhere::new);
      default -> new Elsewhere();
    };
  }
}
