package org.safeguardinghub.connectors.form.mapping;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.connectors.form.Days;

/** What must hold of a record for a rule to apply. */
sealed interface Condition {
  boolean holds(Tree record);

  /** Where it looks. */
  default List<Path> paths() {
    return switch (this) {
      case Is(Path at, var _) -> List.of(at);
      case IsNot(Is other) -> other.paths();
      case Present(Path at, boolean _) -> List.of(at);
      case AtLeast(Path at, int _) -> List.of(at);
      case Younger(Path born, Path on, int _) -> List.of(born, on);
    };
  }

  /** Something that stands at the place is one of these; case makes no difference. */
  record Is(Path at, Set<String> values) implements Condition {
    public Is {
      values = Set.copyOf(values);
    }

    @Override
    public boolean holds(Tree record) {
      return at.all(record).stream()
          .anyMatch(tree -> values.contains(tree.text().toUpperCase(Locale.ROOT)));
    }
  }

  /** Nothing that stands at the place is one of these. */
  record IsNot(Is other) implements Condition {
    @Override
    public boolean holds(Tree record) {
      return !other.holds(record);
    }
  }

  /** Something stands at the place, or nothing does. */
  record Present(Path at, boolean wanted) implements Condition {
    @Override
    public boolean holds(Tree record) {
      return at.all(record).stream().anyMatch(Present::something) == wanted;
    }

    private static boolean something(Tree tree) {
      return !tree.text().isEmpty() || tree instanceof Tree.Json || tree instanceof Tree.Xml;
    }
  }

  /** A number at the place is at least so much. */
  record AtLeast(Path at, int least) implements Condition {
    @Override
    public boolean holds(Tree record) {
      return at.first(record)
          .filter(text -> text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?"))
          .filter(text -> Double.parseDouble(text) >= least)
          .isPresent();
    }
  }

  /** Who was born then was younger than so many years on that day. */
  record Younger(Path born, Path on, int years) implements Condition {
    @Override
    public boolean holds(Tree record) {
      Optional<LocalDate> birth = born.first(record).flatMap(Days::of);
      Optional<LocalDate> day = on.first(record).flatMap(Days::of);
      return birth.isPresent()
          && day.isPresent()
          && Period.between(birth.get(), day.get()).getYears() < years;
    }
  }

  static boolean all(List<Condition> conditions, Tree record) {
    return conditions.stream().allMatch(condition -> condition.holds(record));
  }
}
