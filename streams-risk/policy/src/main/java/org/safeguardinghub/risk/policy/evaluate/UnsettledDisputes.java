package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.subject.AlertReference;
import org.safeguardinghub.risk.policy.rule.ProcessRule.Disputes;
import org.safeguardinghub.risk.policy.rule.ProcessRule.Disputes.DisputeStage;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry.Dispute;

/**
 * Disagreements between professionals that were neither settled nor taken to a further stage in
 * time. They rest on what people did on the hub, so no event is their evidence.
 */
final class UnsettledDisputes implements Search {
  private final Scan scan;
  private final Disputes rule;
  private final Outcome outcome;
  private final Timers timers;

  UnsettledDisputes(Disputes rule, Outcome outcome) {
    this.scan = outcome.searched();
    this.rule = rule;
    this.outcome = outcome;
    this.timers = new Timers(outcome);
  }

  @Override
  public void run(List<Stretch> changed) {
    List<Dispute> recorded = scan.timeline().disputes();
    for (int i = 0; i < recorded.size(); i++) {
      Dispute opened = recorded.get(i);
      if (opened.open() && !runs(opened, recorded.subList(0, i))) {
        rule.stages().stream()
            .filter(stage -> stage.stage() == opened.stage())
            .forEach(stage -> judge(stage, opened, recorded));
      }
    }
  }

  /**
   * Whether that stage was recorded already and the dispute not settled since: telling it again, or
   * going back to it, does not give it more time.
   */
  private static boolean runs(Dispute opened, List<Dispute> before) {
    List<Dispute> same =
        before.stream().filter(other -> other.alertId().equals(opened.alertId())).toList();
    Instant settled =
        same.stream()
            .filter(other -> !other.open())
            .map(Dispute::at)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    return same.stream()
        .filter(other -> other.open() && other.stage() == opened.stage())
        .anyMatch(other -> other.at().isAfter(settled));
  }

  private void judge(DisputeStage stage, Dispute opened, List<Dispute> recorded) {
    Due due = Due.of(scan.calendars(), stage.allowance(), opened.at());
    boolean met =
        recorded.stream()
            .filter(later -> later.alertId().equals(opened.alertId()))
            .filter(later -> !later.open() || later.stage() > opened.stage())
            .map(Dispute::at)
            .anyMatch(moment -> !moment.isBefore(opened.at()) && due.allows(moment));
    String begunBy = begunBy(opened);
    if (met || !timers.ranOut("", begunBy, due)) {
      return;
    }
    Map<String, String> values = new HashMap<>();
    values.put("reference", AlertReference.of(opened.alertId()));
    values.put("stage", Integer.toString(opened.stage()));
    values.put("opened", Words.day(opened.at()));
    values.put("period", stage.allowance().words());
    values.put("due", due.words());
    Match match = new Match("unsettled", List.of(), List.of(), stage.severity(), values, Set.of());
    outcome.found(
        new Draft(
            outcome.pattern(),
            Integer.toString(opened.stage()),
            due.at(),
            match,
            Optional.of(begunBy)));
  }

  private static String begunBy(Dispute opened) {
    Instant at = opened.at();
    return opened.alertId() + '/' + opened.stage() + '/' + at.toEpochMilli();
  }
}
