package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.finding.Evidence;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.FindingIds;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.finding.Support;
import org.safeguardinghub.risk.policy.rule.ExploitationRule;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Change;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Turns drafts into findings and notices with all that explains them. */
final class Writer {
  private final Scan scan;
  private final Echoes echoes;
  private final List<TimelineEvent> protective;

  /** Many findings and notices rest on an event: what they say of it is said once. */
  private final IdentityHashMap<TimelineEvent, Evidence> said = new IdentityHashMap<>();

  Writer(Scan scan, Echoes echoes) {
    this.scan = scan;
    this.echoes = echoes;
    this.protective = scan.own(scan.protective());
  }

  /** Follows a change; answers for which moments something else protects the child. */
  Optional<Stretch> follow(Change change) {
    change.gone().forEach(said::remove);
    Optional<Stretch> protecting = Optional.empty();
    for (TimelineEvent event : scan.takeTouched()) {
      Instant until = InTime.after(event, scan.policy().protectiveDays());
      protecting = Stretch.and(protecting, Optional.of(new Stretch(event.at(), until)));
    }
    return protecting;
  }

  Finding finding(Draft draft) {
    Pattern pattern = draft.pattern();
    Instant last = draft.firings().getLast().at();
    List<TimelineEvent> evidence = draft.evidence();
    return new Finding(
        FindingIds.finding(pattern.id(), draft.stage(), scan.timeline().subject(), draft.first()),
        pattern.id(),
        pattern.title(),
        draft.stage(),
        scan.timeline().subject(),
        children(last, evidence),
        draft.firings(),
        draft.severity(),
        evidence(evidence),
        because(pattern, draft.last(), draft.severity(), last),
        pattern.falsePositives(),
        notKnown(pattern, draft.last().notes(), evidence),
        protective(last),
        pattern.source(),
        pattern.question(),
        open(evidence),
        late(draft.last().allEvidence(), last),
        Support.NOT_ASKED);
  }

  Notice caseEvidence(Pattern pattern, Accumulation.CaseEvidence told) {
    if (told.led()) {
      String led = pattern.because().getOrDefault(ExploitationRule.LED, "");
      return notice(pattern, Notice.To.PLAN_LEAD, told.at(), told.match(), ' ' + led);
    }
    String open =
        Words.fill(
            scan.policy().texts().caseEvidence(),
            Map.of("open", String.join(" and ", scan.episodes().wordsAt(told.at()))));
    return notice(pattern, Notice.To.ALLOCATED_WORKER, told.at(), told.match(), ' ' + open);
  }

  /** A match of a pattern that is no finding but told to somebody. */
  Notice notice(Pattern pattern, Notice.To to, Instant at, Match match) {
    return notice(pattern, to, at, match, "");
  }

  private Notice notice(Pattern pattern, Notice.To to, Instant at, Match match, String more) {
    List<TimelineEvent> evidence = match.evidence();
    return new Notice(
        FindingIds.notice(pattern.id(), scan.timeline().subject(), evidence.getLast().id()),
        pattern.id(),
        pattern.title(),
        to,
        scan.timeline().subject(),
        children(at, evidence),
        at,
        WorkingCalendar.localDay(at),
        match.severity(),
        evidence(evidence),
        because(pattern, match, match.severity(), at) + more,
        pattern.falsePositives(),
        notKnown(pattern, match.notes(), evidence),
        protective(at),
        pattern.source(),
        pattern.question(),
        open(evidence),
        late(evidence, at));
  }

  Notice urgent(TimelineEvent event) {
    Policy.UrgentNotice text = scan.policy().urgentNotice();
    List<TimelineEvent> evidence = List.of(event);
    Map<String, String> values =
        Map.of(
            "level", Integer.toString(event.level()),
            "families", event.originFamily().title(),
            "first", Words.day(event.at()));
    return new Notice(
        FindingIds.notice(text.id(), scan.timeline().subject(), event.id()),
        text.id(),
        text.title(),
        Notice.To.OWNER,
        scan.timeline().subject(),
        children(event.at(), evidence),
        event.at(),
        WorkingCalendar.localDay(event.at()),
        text.severity(),
        evidence(evidence),
        Words.fill(text.because(), values) + lateWords(evidence, event.at()),
        List.of(),
        annotations(Set.of(), evidence),
        protective(event.at()),
        text.source(),
        text.question(),
        open(evidence),
        late(evidence, event.at()));
  }

  /**
   * A place or a setting sees many children: only those on whom it rests are named. An adult's lane
   * names none.
   */
  private List<String> children(Instant moment, List<TimelineEvent> evidence) {
    return switch (scan.timeline().subject().scope()) {
      case CHILD, UNBORN, HOUSEHOLD -> inOrder(scan.timeline().childrenAt(moment));
      case PLACE, SETTING -> inOrder(scan.timeline().childrenOf(evidence));
      case ADULT, ROLE, FEED -> List.of();
    };
  }

  private static List<String> inOrder(Set<String> children) {
    return children.size() < 2 ? List.copyOf(children) : children.stream().sorted().toList();
  }

  private String because(Pattern pattern, Match match, Severity severity, Instant at) {
    Words.Values said = placeholder -> Words.of(match, placeholder);
    String text = Words.fill(pattern.because().getOrDefault(match.clause(), ""), said);
    String more = pattern.severityBecause().get(severity);
    return text
        + (more == null ? "" : ' ' + Words.fill(more, said))
        + lateWords(match.allEvidence(), at);
  }

  private String lateWords(List<TimelineEvent> evidence, Instant at) {
    return late(evidence, at)
        ? ' '
            + Words.fill(
                scan.policy().texts().learnedLate(),
                Map.of("received", Words.day(received(evidence))))
        : "";
  }

  private List<String> notKnown(
      Pattern pattern, Set<Match.Note> notes, List<TimelineEvent> evidence) {
    List<String> all = new ArrayList<>(pattern.notKnown());
    all.addAll(annotations(notes, evidence));
    return all;
  }

  private List<String> annotations(Set<Match.Note> notes, List<TimelineEvent> evidence) {
    List<String> all = new ArrayList<>();
    if (notes.contains(Match.Note.AGE_UNKNOWN)) {
      all.add(scan.policy().texts().ageUnknown());
    }
    if (open(evidence)) {
      all.add(scan.policy().texts().identityOpen());
    }
    for (Echoes.Pair pair : echoes.pairsOf(evidence)) {
      all.add(echoes.words(pair, this::mayBeSame));
    }
    return all;
  }

  private String mayBeSame(Echoes.Pair pair) {
    Map<String, String> values = new HashMap<>();
    values.put("date", Words.day(pair.later().at()));
    values.put("family", pair.later().originFamily().title());
    values.put("otherDate", Words.day(pair.earlier().at()));
    values.put("otherFamily", pair.earlier().originFamily().title());
    return Words.fill(scan.policy().texts().mayBeSame(), values);
  }

  private List<String> protective(Instant moment) {
    Set<String> ids = new LinkedHashSet<>();
    for (TimelineEvent event : InTime.within(protective, moment, scan.policy().protectiveDays())) {
      ids.add(event.id());
    }
    return List.copyOf(ids);
  }

  private static boolean open(List<TimelineEvent> evidence) {
    for (TimelineEvent event : evidence) {
      if (!event.sent().whose().identityConfirmed()) {
        return true;
      }
    }
    return false;
  }

  private boolean late(List<TimelineEvent> evidence, Instant at) {
    return received(evidence).isAfter(at.plus(Duration.ofHours(scan.policy().lateHours())));
  }

  private static Instant received(List<TimelineEvent> evidence) {
    Instant received = Instant.MIN;
    for (TimelineEvent event : evidence) {
      received = InTime.later(received, event.sent().receivedAt());
    }
    return received;
  }

  private List<Evidence> evidence(List<TimelineEvent> events) {
    List<Evidence> all = new ArrayList<>(events.size());
    for (TimelineEvent event : events) {
      all.add(said.computeIfAbsent(event, Writer::evidence));
    }
    return all;
  }

  private static Evidence evidence(TimelineEvent event) {
    return new Evidence(
        event.id(),
        event.sent().receiptKey(),
        event.type(),
        event.sent().publisher().agency(),
        event.sent().publisher().family(),
        event.at(),
        event.sent().receivedAt(),
        event.level(),
        event.sent().handling());
  }
}
