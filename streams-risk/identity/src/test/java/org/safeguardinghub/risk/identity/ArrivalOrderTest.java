package org.safeguardinghub.risk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.identifiers.NhsNumber;
import org.safeguardinghub.kernel.identifiers.Upn;
import org.safeguardinghub.risk.identity.match.InventedChildren;

/**
 * Invented children in twenty orders of arrival, with a steward who answers what is asked with the
 * truth: who is who does not hang on who was heard of first.
 */
final class ArrivalOrderTest {
  private static final int SHUFFLES = 20;

  private final IdentityRules rules = new IdentityRules(Asked.HASH);
  private final List<List<String>> records = InventedChildren.of(11, 25);

  /** How one order went. */
  private record Run(List<String> children, int asked, int wrong) {}

  @Test
  void whoIsWhoDoesNotHangOnWhoWasHeardOfFirst() {
    List<String> truth = records.stream().map(List::getFirst).toList();
    List<Run> runs = new ArrayList<>();
    for (int seed = 0; seed < SHUFFLES; seed++) {
      runs.add(run(seed));
    }
    double least = 1;
    double meanTruth = 0;
    for (Run run : runs) {
      least = Math.min(least, agreement(runs.getFirst().children(), run.children()));
      meanTruth += agreement(truth, run.children()) / SHUFFLES;
    }
    int asked = runs.stream().mapToInt(Run::asked).sum() / SHUFFLES;
    int wrong = runs.stream().mapToInt(Run::wrong).sum();
    assertThat(wrong).as("joined to another child without a person").isZero();
    assertThat(least).isGreaterThan(0.99);
    assertThat(meanTruth).isGreaterThan(0.99);
    assertThat(asked).as("most is settled without a person").isLessThan(records.size() / 2);
  }

  private Run run(int seed) {
    List<Integer> order = new ArrayList<>();
    for (int row = 0; row < records.size(); row++) {
      order.add(row);
    }
    Collections.shuffle(order, new Random(seed));
    MemoryIndex index = new MemoryIndex();
    Map<String, String> known = new HashMap<>();
    Map<String, String> owner = new HashMap<>();
    String[] children = new String[records.size()];
    int asked = 0;
    int wrong = 0;
    for (int row : order) {
      String truth = records.get(row).getFirst();
      Request request = request(row);
      String child =
          switch (rules.decide(index, request)) {
            case Outcome.Linked(String ref, var _, var _) -> ref;
            case Outcome.NewChild(String ref) -> ref;
            case Outcome.Task _, Outcome.Provisional _ -> "";
            case Outcome.NotHeld _, Outcome.WithoutChild _, Outcome.AdultLane _ ->
                throw new IllegalStateException("every record names a child");
          };
      if (child.isEmpty()) {
        asked++;
        child = known.getOrDefault(truth, ChildRefs.of(Asked.HASH, request.personRef()));
      }
      if (!owner.computeIfAbsent(child, _ -> truth).equals(truth)) {
        wrong++;
      }
      known.putIfAbsent(truth, child);
      index.link(child, request);
      children[row] = child;
    }
    return new Run(List.of(children), asked, wrong);
  }

  private Request request(int row) {
    List<String> fields = records.get(row);
    Claims claims =
        Claims.NONE
            .named(fields.get(1), fields.get(2))
            .living(fields.get(8), fields.get(7))
            .attending(fields.get(9));
    if (fields.get(3).matches("\\d{4}-\\d\\d-\\d\\d")) {
      try {
        claims = claims.born(LocalDate.parse(fields.get(3)));
      } catch (java.time.DateTimeException e) {
        // A slip made a day that there is not: agencies' systems refuse it.
        claims = claims.attending(fields.get(9));
      }
    }
    Optional<NhsNumber> nhs = NhsNumber.parse(fields.get(5)).valid();
    claims = nhs.isPresent() ? claims.with(nhs.get()) : claims;
    Optional<Upn> upn = Upn.parse(fields.get(6)).valid();
    claims = upn.isPresent() ? claims.with(upn.get()) : claims;
    return Asked.about(claims).event("e" + row).from("agency", OriginFamily.CSC).request();
  }

  /** The adjusted Rand index of two groupings. */
  private static double agreement(List<String> one, List<String> other) {
    Map<String, Integer> both = new TreeMap<>();
    Map<String, Integer> left = new TreeMap<>();
    Map<String, Integer> right = new TreeMap<>();
    for (int i = 0; i < one.size(); i++) {
      both.merge(one.get(i) + '|' + other.get(i), 1, Integer::sum);
      left.merge(one.get(i), 1, Integer::sum);
      right.merge(other.get(i), 1, Integer::sum);
    }
    double expected = pairs(left) * pairs(right) / (one.size() * (one.size() - 1) / 2.0);
    double most = (pairs(left) + pairs(right)) / 2;
    return (pairs(both) - expected) / (most - expected);
  }

  private static double pairs(Map<String, Integer> groups) {
    return groups.values().stream().mapToDouble(n -> n * (n - 1) / 2.0).sum();
  }
}
