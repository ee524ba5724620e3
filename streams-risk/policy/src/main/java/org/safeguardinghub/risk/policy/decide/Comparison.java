package org.safeguardinghub.risk.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.FindingIds;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** One comparison of what was published with what stands. */
final class Comparison {
  private final Policy policy;
  private final Turned turned;
  private final Set<String> told;
  private final List<Finding> findings;
  private final List<Notice> notices;
  private final Function<String, List<Notice>> noticesOf;
  private final Timeline timeline;
  private final String cause;
  private final Instant asOf;
  private final List<Decision> decisions = new ArrayList<>();
  private final IdentityHashMap<Finding, Said> after = new IdentityHashMap<>();
  private final Set<String> newlyTold = new LinkedHashSet<>();

  /**
   * @param notices those that may not have been told yet, by moment and id
   * @param noticesOf all that stand of a pattern, in the same order
   */
  Comparison(
      Policy policy,
      Turned turned,
      Set<String> told,
      List<Notice> notices,
      Function<String, List<Notice>> noticesOf,
      Timeline timeline,
      String cause,
      Instant asOf) {
    this.policy = policy;
    this.turned = turned;
    this.told = told;
    this.findings = turned.findings();
    this.notices = notices;
    this.noticesOf = noticesOf;
    this.timeline = timeline;
    this.cause = cause;
    this.asOf = asOf;
  }

  Compared compared() {
    Set<Said> lost = Collections.newSetFromMap(new IdentityHashMap<>());
    lost.addAll(turned.before());
    Map<Finding, Said> successions = Successions.of(findings, lost);
    for (Finding finding : findings) {
      Said old = successions.get(finding);
      if (old != null && old.is(finding)) {
        after.put(finding, old);
      } else if (old != null) {
        goOn(old, finding);
      }
    }
    for (Finding finding : findings) {
      if (!successions.containsKey(finding)) {
        raise(finding);
      }
    }
    if (!lost.isEmpty()) {
      // The order in which findings are withdrawn follows from their ids.
      lost.stream()
          .map(Said::as)
          .sorted(Comparator.comparing(PublishedFinding::findingId))
          .forEach(old -> withdraw(old, successions.keySet()));
    }
    tell();
    return new Compared(decisions, after, newlyTold);
  }

  private void raise(Finding finding) {
    // An id may be in use already, kept by what succeeded an earlier finding of that id.
    boolean used =
        names(after.values(), finding.id())
            || names(turned.goingOn(finding.pattern()), finding.id());
    // What was published before its evidence left goes on elsewhere under that id.
    String id =
        timeline
            .cameBack(finding.evidenceIds())
            .map(at -> FindingIds.of("another", finding.id(), at.toString()))
            .orElseGet(() -> used ? FindingIds.of("another", finding.id()) : finding.id());
    decisions.add(new Decision.Raise(origin("RAISE", id, finding.id()), id, finding));
    Said.Printed printed = Said.Printed.of(finding);
    publish(id, printed, Set.copyOf(printed.told()), finding.evidenceIds());
    // A finding that is found late may have become stronger in the meantime: its raise says its
    // severity already.
  }

  private static boolean names(Collection<Said> some, String findingId) {
    for (Said one : some) {
      if (one.as().findingId().equals(findingId)) {
        return true;
      }
    }
    return false;
  }

  private void goOn(Said said, Finding finding) {
    PublishedFinding old = said.as();
    Said.Next next = said.next(finding);
    Said.Printed printed = next.printed();
    Optional<String> succeeds =
        old.currentId().equals(finding.id()) && old.subject().equals(finding.subject())
            ? Optional.empty()
            : Optional.of(old.currentId());
    // What is in the finding that was said has been told with it.
    List<Firing> news = unheard(old, next.since());
    for (Firing firing : news) {
      decisions.add(
          new Decision.Strengthen(
              origin("STRENGTHEN", old.findingId(), Said.token(firing)),
              old.findingId(),
              succeeds,
              finding,
              // Late evidence can make even the first firing more urgent than it was told.
              firing.how().equals(Firing.RAISED)
                  ? Firing.raisedTo(firing.severity())
                  : firing.how(),
              firing.date(),
              firing.severity()));
    }
    if (news.isEmpty()) {
      List<String> changed = changed(old, finding, next.evidence(), printed.print());
      if (!changed.isEmpty()) {
        decisions.add(
            new Decision.Update(
                origin("UPDATE", old.findingId(), printed.print().text()),
                old.findingId(),
                succeeds,
                finding,
                changed));
      }
    }
    Set<String> told = next.told() ? old.told() : Set.copyOf(printed.told());
    publish(old.findingId(), printed, told, next.evidence());
  }

  /**
   * A firing is told once: if it makes the finding more urgent, or rests on something that nobody
   * was told.
   */
  private static List<Firing> unheard(PublishedFinding old, List<Firing> firings) {
    List<Firing> unheard = new ArrayList<>(firings.size());
    for (Firing firing : firings) {
      if (!old.told().contains(Said.token(firing)) && tells(old, firing)) {
        unheard.add(firing);
      }
    }
    return unheard;
  }

  private static boolean tells(PublishedFinding old, Firing firing) {
    return firing.severity().moreUrgentThan(old.severity())
        || (!firing.how().equals(Firing.RAISED)
            && (!old.evidence().containsAll(firing.evidence()) || laterThanTold(old, firing)));
  }

  // Evidence that was known, and updated silently, may complete a re-fire on a later day.
  private static boolean laterThanTold(PublishedFinding old, Firing firing) {
    return old.told().stream().allMatch(token -> token.compareTo(firing.date().toString()) < 0);
  }

  private static List<String> changed(
      PublishedFinding old, Finding finding, Set<String> evidence, Fingerprint print) {
    List<String> changed = new ArrayList<>();
    if (!old.date().equals(finding.date())) {
      changed.add("date");
    }
    if (old.severity() != finding.severity()) {
      changed.add("severity");
    }
    if (!old.evidence().equals(evidence)) {
      changed.add("evidence");
    }
    if (!old.children().equals(finding.children())) {
      changed.add("children");
    }
    if (changed.isEmpty() && !old.content().equals(print.text())) {
      changed.add("words");
    }
    return changed;
  }

  private void withdraw(PublishedFinding old, Set<Finding> goingOn) {
    Set<String> lost = new HashSet<>(old.evidence());
    for (TimelineEvent event : timeline.events()) {
      if (event.stands() && readable(event)) {
        lost.remove(event.id());
      }
    }
    String because = because(old, lost, goingOn);
    decisions.add(
        new Decision.Withdraw(
            origin("WITHDRAW", old.findingId(), old.currentId()), old, because, lost));
  }

  private boolean readable(TimelineEvent event) {
    return timeline.subject().scope() == Scope.ADULT
        ? event.readableInAdultLane()
        : event.readable();
  }

  private String because(PublishedFinding old, Set<String> lost, Set<Finding> goingOn) {
    Stream<Finding> others =
        turned.goingOn(old.pattern()).stream()
            .flatMap(said -> said.last().map(Said.Printed::finding).stream());
    if (Stream.concat(goingOn.stream(), others).anyMatch(one -> Successions.share(old, one))) {
      return "What it rested on is now part of another finding of the same pattern.";
    }
    for (Notice notice : noticesOf.apply(old.pattern())) {
      if (notice.to() != Notice.To.STEWARD) {
        return "It belongs to an open case and went to the "
            + notice.to().words()
            + " as case evidence.";
      }
    }
    if (lost.stream().anyMatch(id -> timeline.movedTo(id).isPresent())) {
      return "What it rested on turned out to be about somebody else and is evaluated there.";
    }
    return lost.isEmpty()
        ? "What is known now no longer meets the pattern."
        : lost.size()
            + (lost.size() == 1
                ? " event on which it rested was"
                : " events on which it rested were")
            + " corrected, retracted or found to be a repeat.";
  }

  private void tell() {
    for (Notice notice : notices) {
      if (untold(notice) && newlyTold.add(notice.id())) {
        decisions.add(new Decision.Tell(origin("NOTICE", notice.id(), notice.id()), notice));
      }
    }
  }

  /** A notice is named after its subject; one that moved here was told under another name. */
  private boolean untold(Notice notice) {
    if (told.contains(notice.id())) {
      return false;
    }
    String last = notice.evidence().getLast().eventId();
    for (SubjectRef from : timeline.movedFrom()) {
      if (told.contains(FindingIds.notice(notice.pattern(), from, last))) {
        return false;
      }
    }
    return true;
  }

  private void publish(
      String findingId, Said.Printed printed, Set<String> told, Set<String> evidence) {
    Finding finding = printed.finding();
    PublishedFinding as =
        new PublishedFinding(
            findingId,
            finding.id(),
            finding.pattern(),
            finding.patternTitle(),
            finding.stage(),
            finding.subject(),
            finding.children(),
            finding.date(),
            finding.severity(),
            evidence,
            told,
            printed.print().text());
    after.put(finding, new Said(as, Optional.of(printed)));
  }

  private Decision.Origin origin(String kind, String findingId, @Nullable String detail) {
    String id =
        FindingIds.of(
            "decision",
            timeline.subject().typed(),
            kind,
            findingId,
            Objects.toString(detail),
            cause);
    return new Decision.Origin(id, policy.id(), policy.version(), cause, asOf);
  }
}
