package org.safeguardinghub.risk.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A child that may be meant, with everything that senders said of it.
 *
 * @param childRef the reference
 * @param forms the claims of each of its person references
 * @param unborn not born yet
 * @param wall what stands around its identity
 */
public record Candidate(String childRef, List<Claims> forms, boolean unborn, Wall wall) {
  public Candidate {
    forms = List.copyOf(forms);
  }

  /** Field by field: a field agrees if it agrees with anything that was ever said of the child. */
  List<Comparison> compare(Claims claims) {
    List<Comparison> all = new ArrayList<>();
    all.add(Comparison.of("name", any(form -> names(claims, form))));
    all.add(Comparison.of("dateOfBirth", any(f -> values(claims.dateOfBirth(), f.dateOfBirth()))));
    all.add(Comparison.of("nhsNumber", any(f -> values(claims.nhsNumber(), f.nhsNumber()))));
    all.add(Comparison.of("upn", any(f -> values(claims.upn(), f.upn()))));
    all.add(Comparison.of("sex", any(f -> texts(claims.sex(), f.sex()))));
    all.add(
        Comparison.of(
            "postcode",
            any(f -> texts(claims.whereabouts().postcode(), f.whereabouts().postcode()))));
    all.add(
        Comparison.of(
            "school", any(f -> texts(claims.whereabouts().school(), f.whereabouts().school()))));
    return List.copyOf(all);
  }

  /** Whether a played story's reference stands for this child. */
  boolean inStory() {
    return forms.stream()
        .flatMap(form -> form.sourceRefs().stream())
        .anyMatch(ref -> ref.system().strip().equalsIgnoreCase(BlockingKeys.STORY));
  }

  private FieldOutcome any(Compared compared) {
    FieldOutcome outcome = FieldOutcome.MISSING;
    for (Claims form : forms) {
      FieldOutcome one = compared.with(form);
      if (one == FieldOutcome.AGREE) {
        return one;
      }
      outcome = one == FieldOutcome.DISAGREE ? one : outcome;
    }
    return outcome;
  }

  private static FieldOutcome names(Claims one, Claims other) {
    FieldOutcome outcome = Names.compare(one.name().tokens(), other.name().tokens());
    List<Set<String>> mine = List.of(one.name().tokens(), one.name().aliasTokens());
    List<Set<String>> theirs = List.of(other.name().tokens(), other.name().aliasTokens());
    for (Set<String> left : mine) {
      for (Set<String> right : theirs) {
        outcome = Names.compare(left, right) == FieldOutcome.AGREE ? FieldOutcome.AGREE : outcome;
      }
    }
    return outcome;
  }

  private static <T> FieldOutcome values(Optional<T> one, Optional<T> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return FieldOutcome.MISSING;
    }
    return one.equals(other) ? FieldOutcome.AGREE : FieldOutcome.DISAGREE;
  }

  private static FieldOutcome texts(String one, String other) {
    return values(text(one), text(other));
  }

  private static Optional<String> text(String value) {
    String plain = value.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
  }

  /** One field against one form. */
  private interface Compared {
    FieldOutcome with(Claims form);
  }
}
