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
 * @param shares how often events are of some kind
 * @param disputes at most so many records of disagreements
 */
record Recipe(
    String pattern,
    Scope scope,
    List<String> codes,
    Set<String> attributes,
    List<Integer> days,
    int most,
    List<Integer> months,
    Shares shares,
    int disputes) {
  Recipe {
    codes = List.copyOf(codes);
    attributes = Set.copyOf(attributes);
    days = List.copyOf(days);
    months = List.copyOf(months);
  }

  /**
   * How many of a hundred events are of some kind.
   *
   * @param context reach a child only as household context
   * @param alleged say that the child is the one who harmed
   * @param retracted take back what was said
   * @param hidden are about somebody whose whereabouts are protected
   */
  record Shares(int context, int alleged, int retracted, int hidden) {}

  static Recipe of(String pattern, Scope scope, String... codes) {
    Shares shares = new Shares(0, 0, 4, 0);
    return new Recipe(
        pattern, scope, List.of(codes), Set.of(), List.of(1), 6, List.of(), shares, 0);
  }

  Recipe reads(String... names) {
    return new Recipe(pattern, scope, codes, Set.of(names), days, most, months, shares, disputes);
  }

  Recipe within(Integer... windows) {
    return new Recipe(
        pattern, scope, codes, attributes, List.of(windows), most, months, shares, disputes);
  }

  Recipe atMost(int number) {
    return new Recipe(pattern, scope, codes, attributes, days, number, months, shares, disputes);
  }

  Recipe aged(Integer... around) {
    return new Recipe(
        pattern, scope, codes, attributes, days, most, List.of(around), shares, disputes);
  }

  Recipe inContext(int ofHundred) {
    return with(new Shares(ofHundred, shares.alleged, shares.retracted, shares.hidden));
  }

  Recipe alleged(int ofHundred) {
    return with(new Shares(shares.context, ofHundred, shares.retracted, shares.hidden));
  }

  Recipe retracting(int ofHundred) {
    return with(new Shares(shares.context, shares.alleged, ofHundred, shares.hidden));
  }

  Recipe hiding(int ofHundred) {
    return with(new Shares(shares.context, shares.alleged, shares.retracted, ofHundred));
  }

  private Recipe with(Shares others) {
    return new Recipe(pattern, scope, codes, attributes, days, most, months, others, disputes);
  }

  Recipe disputed(int number) {
    return new Recipe(pattern, scope, codes, attributes, days, most, months, shares, number);
  }

  /** The same on another timeline. */
  Recipe on(Scope other) {
    return new Recipe(pattern, other, codes, attributes, days, most, months, shares, disputes);
  }

  /** With further ingredients. */
  Recipe also(String... more) {
    List<String> all = new ArrayList<>(codes);
    all.addAll(List.of(more));
    return new Recipe(pattern, scope, all, attributes, days, most, months, shares, disputes);
  }
}
