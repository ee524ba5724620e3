package org.safeguardinghub.risk.policy.oracle;

import java.util.ArrayList;
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
 * @param alleged how many of a hundred say that the child is the one who harmed
 * @param retracted how many of a hundred take back what was said
 */
record Recipe(
    String pattern,
    Scope scope,
    List<String> codes,
    Set<String> attributes,
    List<Integer> days,
    int most,
    List<Integer> months,
    int context,
    int alleged,
    int retracted) {
  Recipe {
    codes = List.copyOf(codes);
    attributes = Set.copyOf(attributes);
    days = List.copyOf(days);
    months = List.copyOf(months);
  }

  static Recipe of(String pattern, Scope scope, String... codes) {
    return new Recipe(pattern, scope, List.of(codes), Set.of(), List.of(1), 6, List.of(), 0, 0, 4);
  }

  Recipe reads(String... names) {
    return new Recipe(
        pattern, scope, codes, Set.of(names), days, most, months, context, alleged, retracted);
  }

  Recipe within(Integer... windows) {
    return new Recipe(
        pattern,
        scope,
        codes,
        attributes,
        List.of(windows),
        most,
        months,
        context,
        alleged,
        retracted);
  }

  Recipe atMost(int number) {
    return new Recipe(
        pattern, scope, codes, attributes, days, number, months, context, alleged, retracted);
  }

  Recipe aged(Integer... around) {
    return new Recipe(
        pattern,
        scope,
        codes,
        attributes,
        days,
        most,
        List.of(around),
        context,
        alleged,
        retracted);
  }

  Recipe inContext(int ofHundred) {
    return new Recipe(
        pattern, scope, codes, attributes, days, most, months, ofHundred, alleged, retracted);
  }

  Recipe alleged(int ofHundred) {
    return new Recipe(
        pattern, scope, codes, attributes, days, most, months, context, ofHundred, retracted);
  }

  Recipe retracting(int ofHundred) {
    return new Recipe(
        pattern, scope, codes, attributes, days, most, months, context, alleged, ofHundred);
  }

  /** The same on another timeline. */
  Recipe on(Scope other) {
    return new Recipe(
        pattern, other, codes, attributes, days, most, months, context, alleged, retracted);
  }

  /** With further ingredients. */
  Recipe also(String... more) {
    List<String> all = new ArrayList<>(codes);
    all.addAll(List.of(more));
    return new Recipe(
        pattern, scope, all, attributes, days, most, months, context, alleged, retracted);
  }
}
