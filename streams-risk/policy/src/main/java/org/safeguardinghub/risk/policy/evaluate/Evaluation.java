package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Findings;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.finding.ProposedEcho;
import org.safeguardinghub.risk.policy.rule.ExploitationRule;
import org.safeguardinghub.risk.policy.rule.HarmRule;
import org.safeguardinghub.risk.policy.rule.LifeRule;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.PatternRule;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.rule.ProcessRule;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * The specification of what stands about a subject: every pattern over the whole timeline, past
 * firings too. Nothing that was published before goes into it.
 */
public final class Evaluation {
  private final Scan scan;
  private final Writer writer;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<Deadline> deadlines = new ArrayList<>();
  private final Map<String, List<Draft>> householdDrafts = new HashMap<>();

  private Evaluation(Scan scan, List<Echoes.Pair> echoes) {
    this.scan = scan;
    this.writer = new Writer(scan, echoes);
    for (Pattern pattern : scan.policy().patterns()) {
      if (pattern.scopes().contains(scan.timeline().subject().scope())) {
        run(pattern);
      }
    }
  }

  /**
   * Evaluates as of a moment, or of the latest deadline that was recorded as reached, if that is
   * later.
   *
   * @param subject whose timeline it is
   */
  public static Findings evaluate(
      Policy policy, SubjectRef subject, Timeline timeline, Instant asOf) {
    if (!subject.equals(timeline.subject())) {
      throw new IllegalArgumentException("the timeline is another subject's");
    }
    Instant now = timeline.clock().filter(asOf::isBefore).orElse(asOf);
    Scan scan = new Scan(policy, timeline, now);
    List<Echoes.Pair> echoes = Echoes.proposed(scan);
    Evaluation evaluation = new Evaluation(scan, echoes);
    evaluation.unseen();
    return evaluation.findings(echoes);
  }

  private Findings findings(List<Echoes.Pair> echoes) {
    List<Finding> findings = new ArrayList<>();
    drafts.forEach(draft -> findings.add(writer.finding(draft)));
    findings.sort(
        Comparator.comparing(Finding::date)
            .thenComparing(Finding::pattern)
            .thenComparing(Finding::id));
    notices.sort(
        Comparator.comparing(Notice::at).thenComparing(Notice::pattern).thenComparing(Notice::id));
    deadlines.sort(Comparator.comparing(Deadline::dueAt).thenComparing(Deadline::id));
    List<ProposedEcho> proposed =
        echoes.stream()
            .map(pair -> new ProposedEcho(pair.later().id(), pair.earlier().id()))
            .distinct()
            .toList();
    return new Findings(findings, notices, deadlines, proposed, DisplayLoad.of(scan, scan.now()));
  }

  private void run(Pattern pattern) {
    Outcome outcome = new Outcome(scan, writer, pattern, List.copyOf(drafts));
    switch (pattern.rule()) {
      case PatternRule.NonMobileInjury rule ->
          NonMobileInjuries.find(scan, pattern, rule).forEach(outcome::found);
      case PatternRule.SeveralFamilies rule ->
          outcome.accumulate(new SeveralFamiliesMatcher(scan, rule));
      case PatternRule.FoodWithHarm rule -> outcome.accumulate(new FoodWithHarmMatcher(scan, rule));
      case PatternRule.WasNotBrought rule ->
          outcome.accumulate(new WasNotBroughtMatcher(scan, rule));
      case PatternRule.HouseholdAbuse rule ->
          outcome.accumulate(new HouseholdAbuseMatcher(scan, rule));
      case PatternRule.RepeatMissing rule -> {
        RepeatMissingMatcher matcher = new RepeatMissingMatcher(scan, rule, pattern.id());
        outcome.accumulate(matcher);
        matcher.deadlines().forEach(outcome::waits);
      }
      case PatternRule.ReturnInterview rule -> {
        ReturnInterviews interviews = new ReturnInterviews(scan, pattern, rule);
        interviews.drafts().forEach(outcome::found);
        interviews.deadlines().forEach(outcome::waits);
      }
      case HarmRule rule -> HarmPatterns.run(scan, rule, outcome);
      case ExploitationRule rule -> ExploitationPatterns.run(scan, rule, outcome);
      case LifeRule rule -> LifePatterns.run(scan, rule, outcome);
      case ProcessRule rule -> ProcessPatterns.run(scan, rule, outcome);
    }
    drafts.addAll(outcome.drafts());
    notices.addAll(outcome.notices());
    deadlines.addAll(outcome.deadlines());
  }

  /**
   * No concern of the highest level goes unseen: what no finding of its day rests on gives a
   * notice.
   */
  private void unseen() {
    Scope scope = scan.timeline().subject().scope();
    if (scope != Scope.CHILD && scope != Scope.UNBORN) {
      return;
    }
    int level = scan.policy().urgentNotice().level();
    for (Incident incident : Scan.incidents(scan.counting(event -> event.level() >= level))) {
      LocalDate day = WorkingCalendar.localDay(incident.at());
      Set<String> ids = new TreeSet<>();
      incident.events().forEach(event -> ids.add(event.id()));
      if (!covered(drafts, day, ids) && !coveredInHousehold(incident, day, ids)) {
        notices.add(writer.urgent(incident.first()));
      }
    }
  }

  private static boolean covered(List<Draft> drafts, LocalDate day, Set<String> ids) {
    for (Draft draft : drafts) {
      for (Firing firing : draft.firings()) {
        if (firing.date().equals(day) && firing.evidence().stream().anyMatch(ids::contains)) {
          return true;
        }
      }
    }
    return false;
  }

  // A household's finding stands on the household's timeline; the child's own holds the same events
  // as context.
  private boolean coveredInHousehold(Incident incident, LocalDate day, Set<String> ids) {
    Set<String> households = new LinkedHashSet<>();
    for (TimelineEvent event : incident.events()) {
      String household = event.sent().places().household();
      if (household != null) {
        households.add(household);
      }
    }
    for (String household : households) {
      if (covered(households(household), day, ids)) {
        return true;
      }
    }
    return false;
  }

  private List<Draft> households(String household) {
    return householdDrafts.computeIfAbsent(
        household,
        ref -> {
          Timeline timeline = scan.timeline().ofHousehold(ref);
          return new Evaluation(new Scan(scan.policy(), timeline, scan.now()), List.of()).drafts;
        });
  }
}
