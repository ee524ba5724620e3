package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.risk.policy.rule.ProcessRule.DangerousAdult;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * A known dangerous adult is linked to a household with a child, and social care has not answered.
 * Until two people have checked that it is the right person it waits for a steward.
 */
final class DangerousAdults implements Search {
  private final Scan scan;
  private final DangerousAdult rule;
  private final Outcome outcome;
  private final Timers timers;
  private final Judged judged;
  private final List<TimelineEvent> answers;
  private final List<TimelineEvent> signs;

  DangerousAdults(DangerousAdult rule, Outcome outcome) {
    this.scan = outcome.searched();
    this.rule = rule;
    this.outcome = outcome;
    this.timers = new Timers(outcome);
    this.judged = new Judged(outcome);
    this.signs = scan.counting(Scan.of(rule.signs()));
    // Who answers is who acted, not where the incident came from.
    this.answers =
        scan.own(
            event ->
                event.level() >= rule.answerLevel()
                    && rule.answeredBy().contains(event.sent().publisher().family()));
  }

  @Override
  public void run(List<Stretch> changed) {
    for (TimelineEvent event : InTime.during(signs, judged.begin(changed))) {
      Scan.begunBy(signs, event).ifPresent(sign -> judged.judge(event, sign, () -> judge(sign)));
    }
  }

  // It may be a further report of an incident, which was judged when it began.
  @Override
  public Instant judgedAt(TimelineEvent changed) {
    return scan.began(changed);
  }

  private Stretch judge(Incident sign) {
    Due due = Due.of(scan.calendars(), rule.allowance(), sign.at());
    List<TimelineEvent> supervised =
        sign.events().stream().filter(event -> event.flag(rule.supervised())).toList();
    if (!due.met(answers, sign.at())
        && !due.met(supervised, sign.at())
        && !childrenAt(sign.at()).isEmpty()
        && timers.ranOut("", sign.first(), due)) {
      found(sign, due);
    }
    return new Stretch(sign.at(), due.known());
  }

  private void found(Incident sign, Due due) {
    Incident first = Incident.of(sign.first());
    Optional<TimelineEvent> check =
        sign.events().stream().filter(event -> event.flag(rule.checked())).findFirst();
    if (check.filter(event -> due.allows(event.at())).isEmpty()) {
      outcome.forSteward(due.at(), match("unchecked", first, List.of(), due));
    }
    check.ifPresent(
        event -> {
          Instant at = event.at().isAfter(due.at()) ? event.at() : due.at();
          outcome.found(
              new Draft(outcome.pattern(), "", at, match("near", first, List.of(event), due)));
        });
  }

  private List<String> childrenAt(Instant moment) {
    return scan.timeline().childrenAt(moment).stream()
        .filter(child -> !scan.ages().grownUp(child, moment, rule.adultFromYears()))
        .toList();
  }

  private Match match(String clause, Incident sign, List<TimelineEvent> support, Due due) {
    Map<String, String> values = Map.of("period", rule.allowance().words(), "due", due.words());
    return new Match(clause, List.of(sign), support, rule.severity(), values, Set.of());
  }
}
