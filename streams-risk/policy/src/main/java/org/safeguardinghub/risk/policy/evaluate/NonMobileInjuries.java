package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.PatternRule.NonMobileInjury;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** One finding for each incident in which a baby who cannot move by itself was hurt. */
final class NonMobileInjuries {
  private final Scan scan;
  private final Pattern pattern;
  private final NonMobileInjury rule;
  private final List<Draft> drafts = new ArrayList<>();

  private NonMobileInjuries(Scan scan, Pattern pattern, NonMobileInjury rule) {
    this.scan = scan;
    this.pattern = pattern;
    this.rule = rule;
  }

  static List<Draft> find(Scan scan, Pattern pattern, NonMobileInjury rule) {
    NonMobileInjuries search = new NonMobileInjuries(scan, pattern, rule);
    search.run();
    return List.copyOf(search.drafts);
  }

  private void run() {
    Set<LocalDate> explained = new HashSet<>();
    scan.own(Scan.of(rule.birthmark()).and(scan::harmed))
        .forEach(event -> explained.add(WorkingCalendar.localDay(event.at())));
    Set<String> seen = new HashSet<>();
    for (TimelineEvent event : scan.counting(Scan.of(rule.always()).or(Scan.of(rule.injuries())))) {
      if (!scan.harmed(event) || explained.contains(WorkingCalendar.localDay(event.at()))) {
        continue;
      }
      boolean stated = Scan.of(rule.always()).test(event) || event.flag(rule.nonMobile());
      if ((stated || presumed(event)) && seen.add(event.incident())) {
        Incident incident = new Incident(event.incident(), List.of(event));
        Map<String, String> values = Map.of("months", Integer.toString(rule.presumedUnderMonths()));
        Match match =
            Match.of(stated ? "stated" : "presumed", List.of(incident), rule.severity(), values);
        drafts.add(new Draft(pattern, "", event.at(), match));
      }
    }
  }

  private boolean presumed(TimelineEvent event) {
    OptionalInt months = scan.ages().monthsAt(scan.child(), event.at());
    return !event.sent().attributes().containsKey(rule.nonMobile())
        && months.isPresent()
        && months.getAsInt() < rule.presumedUnderMonths()
        && !(Scan.of(rule.medicals()).test(event) && answersEarlier(event.at()));
  }

  // The examination that a finding leads to would otherwise be another finding by the child's age
  // alone.
  private boolean answersEarlier(Instant at) {
    Instant from = at.minus(Duration.ofDays(rule.medicalAnswersWithinDays()));
    return drafts.stream().anyMatch(draft -> draft.firings().getFirst().at().isAfter(from));
  }
}
