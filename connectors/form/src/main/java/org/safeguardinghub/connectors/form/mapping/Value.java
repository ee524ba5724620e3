package org.safeguardinghub.connectors.form.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.safeguardinghub.connectors.form.Days;

/** Where a text comes from. */
sealed interface Value {
  /** The text, or empty. */
  String of(Tree record);

  /**
   * The text as an id: empty if any part of it is; a day always in ISO form, since one extract of a
   * system may write it in another way than the next.
   */
  default String id(Tree record) {
    if (this instanceof Join(List<Value> parts, String with)) {
      List<String> ids = parts.stream().map(part -> part.id(record)).toList();
      return ids.contains("") ? "" : String.join(with, ids);
    }
    if (this instanceof Needed(Value value)) {
      return value.id(record);
    }
    String text = of(record);
    boolean timed = text.contains(":") && !text.endsWith(" 00:00") && !text.endsWith(" 00:00:00");
    return timed ? text : Days.of(text).map(LocalDate::toString).orElse(text);
  }

  /** Where it stands, for people: names of columns or ways of names; none of a text of its own. */
  default List<String> places() {
    return switch (this) {
      case First(List<Path> paths) -> List.of(String.join(" or ", named(paths)));
      case All(Path path, String _) -> named(List.of(path));
      case Join(List<Value> parts, String _) ->
          parts.stream().flatMap(part -> part.places().stream()).distinct().toList();
      case Part(Value value, Pattern _, boolean _) -> value.places();
      case Needed(Value value) -> value.places();
      case Literal _ -> List.of();
    };
  }

  /** What of it has to be there and is not. */
  default Optional<Value> missing(Tree record) {
    return switch (this) {
      case Needed needed -> needed.of(record).isEmpty() ? Optional.of(needed) : Optional.empty();
      case Join(List<Value> parts, String _) ->
          parts.stream().flatMap(part -> part.missing(record).stream()).findFirst();
      case Part(Value value, Pattern _, boolean _) -> value.missing(record);
      case First _, All _, Literal _ -> Optional.empty();
    };
  }

  private static List<String> named(List<Path> paths) {
    return paths.stream().map(path -> String.join("/", path.steps())).distinct().toList();
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

  /** A text without which the record is refused. */
  record Needed(Value value) implements Value {
    @Override
    public String of(Tree record) {
      return value.of(record);
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
