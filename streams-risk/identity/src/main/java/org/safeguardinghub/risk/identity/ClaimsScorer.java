package org.safeguardinghub.risk.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.risk.identity.compare.Agreement;
import org.safeguardinghub.risk.identity.compare.NameClasses;
import org.safeguardinghub.risk.identity.compare.Plain;
import org.safeguardinghub.risk.identity.file.HubParameters;
import org.safeguardinghub.risk.identity.model.Explanation;
import org.safeguardinghub.risk.identity.model.Frequencies;
import org.safeguardinghub.risk.identity.model.Kind;
import org.safeguardinghub.risk.identity.model.PairComparator;
import org.safeguardinghub.risk.identity.model.PairScorer;
import org.safeguardinghub.risk.identity.model.Parameters;
import org.safeguardinghub.risk.identity.model.PersonTable;

/**
 * Weighs claims against what is held of a child with the engine that matches files, and the
 * parameters that the hub comes with. A child is as close as the closest thing that was ever said
 * of it.
 */
public final class ClaimsScorer {
  /** From here on a link is made without a person: one in two thousand of such pairs is wrong. */
  static final double MATCH = 11;

  /** Below this nobody is asked: one in seventy of such pairs would be one person. */
  static final double POTENTIAL = -6;

  /** How much closer than any other candidate one must be that is linked. */
  static final double MARGIN = 6;

  private static final Map<String, String> FIELD_NAMES =
      Map.of(
          Kind.GIVEN_NAME.written(), "givenNames",
          Kind.SURNAME.written(), "familyName",
          Kind.BIRTH_DATE.written(), "dateOfBirth",
          Kind.NHS_NUMBER.written(), "nhsNumber",
          Kind.PARENT_NAME.written(), "mother");

  private final Parameters parameters;
  private final NameClasses classes;

  private ClaimsScorer(Parameters parameters, NameClasses classes) {
    this.parameters = parameters;
    this.classes = classes;
  }

  /** With the parameters that the hub comes with. */
  public static ClaimsScorer shipped() {
    return new ClaimsScorer(HubParameters.shipped(), NameClasses.shipped());
  }

  /** A child against claims, by whatever was said of it that is closest to them. */
  public Outcome.Compared compare(Claims claims, Candidate candidate) {
    PersonTable table = new PersonTable(HubParameters.fields(), classes);
    List<List<String>> asked = rows(claims);
    asked.forEach(table::add);
    candidate.forms().stream().flatMap(form -> rows(form).stream()).forEach(table::add);
    PairScorer scorer =
        new PairScorer(
            table, new PairComparator(table), Frequencies.typical(table, parameters), parameters);
    List<Explanation> all = new ArrayList<>();
    for (int one = 0; one < asked.size(); one++) {
      for (int other = asked.size(); other < table.rows(); other++) {
        all.add(scorer.explain(one, other));
      }
    }
    Optional<Explanation> best = all.stream().max(Comparator.comparingDouble(Explanation::score));
    return new Outcome.Compared(
        candidate.childRef(),
        comparisons(best.map(Explanation::lines).orElse(List.of())),
        best.map(Explanation::score).orElse(parameters.prior()));
  }

  private static List<Comparison> comparisons(List<Explanation.Line> lines) {
    Map<String, Comparison> byField = new LinkedHashMap<>();
    HubParameters.fields().forEach(field -> missing(byField, name(field.name())));
    for (Explanation.Line line : lines) {
      boolean agrees = line.agreement() != Agreement.DIFFERENT;
      byField.put(
          name(line.feature()),
          new Comparison(
              name(line.feature()),
              agrees ? FieldOutcome.AGREE : FieldOutcome.DISAGREE,
              line.agreement().words(),
              line.bits()));
    }
    return List.copyOf(byField.values());
  }

  private static void missing(Map<String, Comparison> byField, String field) {
    byField.put(field, new Comparison(field, FieldOutcome.MISSING, "", 0));
  }

  private static String name(String feature) {
    return FIELD_NAMES.getOrDefault(feature, feature);
  }

  /** Claims as rows: one for each way in which their names can be read. */
  private static List<List<String>> rows(Claims claims) {
    List<List<String>> rows = new ArrayList<>();
    Claims.PersonName name = claims.name();
    if (!name.given().isBlank() || !name.family().isBlank() || name.full().isBlank()) {
      rows.add(row(claims, name.given(), name.family()));
    }
    for (String whole : List.of(name.full(), name.alias())) {
      List<String> words = Plain.words(whole);
      if (words.size() > 1) {
        int last = words.size() - 1;
        rows.add(row(claims, String.join(" ", words.subList(0, last)), words.get(last)));
        rows.add(row(claims, String.join(" ", words.subList(1, last + 1)), words.getFirst()));
      } else if (!words.isEmpty()) {
        rows.add(row(claims, words.getFirst(), ""));
      }
    }
    return rows;
  }

  private static List<String> row(Claims claims, String given, String family) {
    Claims.Whereabouts where = claims.whereabouts();
    return List.of(
        given,
        family,
        claims.dateOfBirth().map(Object::toString).orElse(""),
        claims.sex(),
        claims.nhsNumber().map(number -> number.value()).orElse(""),
        claims.upn().map(number -> number.value()).orElse(""),
        Addresses.postcode(where.postcode()),
        Addresses.plain(where.line()),
        where.school(),
        claims.mother().map(Claims.Mother::name).orElse(""),
        where.phone());
  }
}
