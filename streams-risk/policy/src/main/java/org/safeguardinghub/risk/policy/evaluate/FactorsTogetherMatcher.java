package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.rule.LifeRule.Factor;
import org.safeguardinghub.risk.policy.rule.LifeRule.FactorsTogether;
import org.safeguardinghub.risk.policy.rule.LifeRule.YoungChild;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Several factors within one window in a household. */
final class FactorsTogetherMatcher implements Matcher {
  private final Scan scan;
  private final FactorsTogether rule;
  private final List<List<TimelineEvent>> factors;
  private final List<TimelineEvent> births;
  private final List<TimelineEvent> pregnancies;
  private final LoweringWords lowering;

  FactorsTogetherMatcher(Scan scan, FactorsTogether rule) {
    this.scan = scan;
    this.rule = rule;
    Predicate<TimelineEvent> counted =
        event -> rule.notCounted().filter(not -> Scan.is(not, event)).isEmpty();
    this.factors =
        rule.factors().stream()
            .map(factor -> scan.counting(Scan.any(factor.events()).and(counted)))
            .toList();
    this.pregnancies =
        rule.raising().flatMap(YoungChild::pregnancy).map(scan::pregnancies).orElse(List.of());
    this.births = scan.own(Scan.of(rule.births()));
    this.lowering = new LoweringWords(scan, rule.lowered());
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    SortedSet<Instant> moments = InTime.moments(when, births, pregnancies);
    factors.forEach(events -> moments.addAll(InTime.moments(when, events)));
    return moments;
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    int pregnancy =
        Stream.concat(rule.raising().stream(), rule.needed().stream())
            .mapToInt(YoungChild::pregnancyDays)
            .max()
            .orElse(0);
    return InTime.after(changed, rule.windowDays(), pregnancy, lowering.days());
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<TimelineEvent> all = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      List<TimelineEvent> recent = InTime.within(factors.get(i), moment, rule.windowDays());
      if (recent.isEmpty()) {
        return Optional.empty();
      }
      Factor factor = rule.factors().get(i);
      words.add(factor.title() + " (" + Scan.incidents(recent).size() + ")");
      all.addAll(recent);
    }
    if (rule.needed().isPresent() && !present(rule.needed().get(), moment)) {
      return Optional.empty();
    }
    List<Incident> incidents =
        Scan.incidents(all.stream().sorted(TimelineEvent.ORDER).distinct().toList());
    return Optional.of(match(incidents, String.join(", ", words), moment));
  }

  private Match match(List<Incident> incidents, String words, Instant moment) {
    List<TimelineEvent> support = new ArrayList<>(Choices.beside(incidents));
    // What makes it complete or worse at this moment without being a factor.
    support.addAll(InTime.during(births, Stretch.of(moment)));
    support.addAll(InTime.during(pregnancies, Stretch.of(moment)));
    boolean young = rule.raising().filter(child -> present(child, moment)).isPresent();
    Map<String, String> values =
        Map.of(
            "days", Integer.toString(rule.windowDays()),
            "factors", words,
            "months",
                rule.needed()
                    .or(rule::raising)
                    .map(child -> Integer.toString(child.underMonths()))
                    .orElse(""));
    Match match =
        new Match("together", incidents, support, severity(young, moment), values, Set.of());
    boolean ageMatters = rule.raising().isPresent() && !young;
    return ageMatters && YoungChildren.unknownAge(scan, moment)
        ? match.with(Match.Note.AGE_UNKNOWN)
        : match;
  }

  private Severity severity(boolean young, Instant moment) {
    return lowering.at(moment).orElse(young ? rule.raised() : rule.severity());
  }

  private boolean present(YoungChild child, Instant moment) {
    return YoungChildren.present(
        scan,
        moment,
        child.underMonths(),
        child.pregnancy().isPresent() ? pregnancies : List.of(),
        child.pregnancyDays());
  }
}
