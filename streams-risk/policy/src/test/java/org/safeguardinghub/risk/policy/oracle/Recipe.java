package org.safeguardinghub.risk.policy.oracle;

import java.util.List;
import java.util.Set;
import org.safeguardinghub.kernel.subject.Scope;

/**
 * What histories about one pattern are made of.
 *
 * @param pattern the pattern in question
 * @param scope whose timeline it is read on
 * @param codes types of its ingredients; a type that stands twice comes twice as often
 * @param attributes attributes that its rule reads: these come often, others seldom
 * @param days its windows and periods in days: distances just inside, at and just outside them come
 *     often
 * @param most at most so many ingredients
 * @param months ages in months around which children are born; empty where age plays no part
 * @param context how many of a hundred events reach a child only as household context
 */
record Recipe(
    String pattern,
    Scope scope,
    List<String> codes,
    Set<String> attributes,
    List<Integer> days,
    int most,
    List<Integer> months,
    int context) {
  Recipe {
    codes = List.copyOf(codes);
    attributes = Set.copyOf(attributes);
    days = List.copyOf(days);
    months = List.copyOf(months);
  }

  static Recipe of(String pattern, Scope scope, String... codes) {
    return new Recipe(pattern, scope, List.of(codes), Set.of(), List.of(1), 6, List.of(), 0);
  }

  Recipe reads(String... names) {
    return new Recipe(pattern, scope, codes, Set.of(names), days, most, months, context);
  }

  Recipe within(Integer... windows) {
    return new Recipe(pattern, scope, codes, attributes, List.of(windows), most, months, context);
  }

  Recipe atMost(int number) {
    return new Recipe(pattern, scope, codes, attributes, days, number, months, context);
  }

  Recipe aged(Integer... around) {
    return new Recipe(pattern, scope, codes, attributes, days, most, List.of(around), context);
  }

  Recipe inContext(int ofHundred) {
    return new Recipe(pattern, scope, codes, attributes, days, most, months, ofHundred);
  }
}
