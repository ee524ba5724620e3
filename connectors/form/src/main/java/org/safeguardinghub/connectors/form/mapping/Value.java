package org.safeguardinghub.connectors.form.mapping;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a text comes from. */
sealed interface Value {
  /** The text, or empty. */
  String of(Tree record);

  /** The text, or empty if any part of it is. */
  default String whole(Tree record) {
    return this instanceof Join(List<Value> parts, String _)
            && parts.stream().anyMatch(part -> part.whole(record).isEmpty())
        ? ""
        : of(record);
  }

  /** The first of several places where something stands. */
  record First(List<Path> paths) implements Value {
    public First {
      paths = List.copyOf(paths);
    }

    @Override
    public String of(Tree record) {
      return paths.stream().flatMap(path -> path.first(record).stream()).findFirst().orElse("");
    }
  }

  /** Everything that stands at a place, put together; empty parts are left out. */
  record All(Path path, String with) implements Value {
    @Override
    public String of(Tree record) {
      return path.all(record).stream()
          .map(Tree::text)
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(with));
    }
  }

  /** Several texts, put together; empty ones are left out. */
  record Join(List<Value> parts, String with) implements Value {
    public Join {
      parts = List.copyOf(parts);
    }

    @Override
    public String of(Tree record) {
      return parts.stream()
          .map(part -> part.of(record))
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(with));
    }
  }

  /**
   * The part of a text that a pattern's one group finds.
   *
   * @param strict whether nothing stands where it finds none; otherwise the whole text does
   */
  record Part(Value value, Pattern pattern, boolean strict) implements Value {
    private static final int LONGEST = 500;

    @Override
    public String of(Tree record) {
      String text = value.of(record);
      Matcher found = pattern.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
      return found.find() ? found.group(1) : strict ? "" : text;
    }
  }

  /** The same text for every record. */
  record Literal(String text) implements Value {
    @Override
    public String of(Tree record) {
      return text;
    }
  }
}
