package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * What an alert holds in each of its states.
 *
 * @param alertId follows from the first finding
 * @param subject whom it is about
 * @param findings its reasons in the order in which they came; never empty
 * @param custody whose it is
 * @param raisedAt when it was raised
 * @param stamp the change that led to this picture
 * @param reasonsVersion version at which its reasons last grew: an answer to an older picture does
 *     not cover them
 * @param policyVersion the policy that was applied last
 * @param actionsSeen ids of the actions and undelivered notices that were applied
 * @param audience who knows of it
 * @param disagreement the last one about it, open or settled
 * @param minutes what people agreed and decided about it
 */
public record Dossier(
    String alertId,
    SubjectRef subject,
    List<Finding> findings,
    Custody custody,
    Instant raisedAt,
    Stamp stamp,
    long reasonsVersion,
    int policyVersion,
    Set<String> actionsSeen,
    Audience audience,
    Optional<Disagreement> disagreement,
    Minutes minutes) {

  /**
   * One change.
   *
   * @param version number of the picture, from 1
   * @param at when
   * @param change what kind
   * @param reason why, in plain words without personal data
   */
  public record Stamp(long version, Instant at, Change change, String reason) {}

  public Dossier {
    findings = List.copyOf(findings);
    actionsSeen = Set.copyOf(actionsSeen);
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("an alert without a reason");
    }
  }

  public Owner owner() {
    return custody.owner();
  }

  public long version() {
    return stamp.version();
  }

  public List<Finding> standing() {
    for (Finding finding : findings) {
      if (!finding.standing()) {
        return findings.stream().filter(Finding::standing).toList();
      }
    }
    // Mostly all of them do, and everybody asks.
    return findings;
  }

  /** The most urgent severity of what stands; of everything, once nothing stands. */
  public Severity severity() {
    List<Finding> standing = standing();
    return mostUrgent(standing.isEmpty() ? findings : standing);
  }

  /** The most urgent severity of some reasons; of none, the least urgent. */
  static Severity mostUrgent(List<Finding> findings) {
    Severity worst = Severity.S4;
    for (Finding finding : findings) {
      worst = worst.mostUrgent(finding.severity());
    }
    return worst;
  }

  public boolean identityUnconfirmed() {
    for (Finding finding : findings) {
      if (finding.standing() && finding.identityUnconfirmed()) {
        return true;
      }
    }
    return false;
  }

  /** The children that it names, each once. */
  public List<String> children() {
    Set<String> children = new LinkedHashSet<>();
    findings.forEach(finding -> children.addAll(finding.children()));
    return List.copyOf(children);
  }

  /**
   * Whom and what it concerns, in the words of a conflict of interest: typed references of its
   * subject and its children, and {@code agency/<code>} for each agency that reported.
   */
  Set<String> concerns() {
    Set<String> concerns = new HashSet<>(Set.of(subject.typed()));
    children().forEach(child -> concerns.add(SubjectRef.child(child).typed()));
    findings.stream()
        .flatMap(finding -> finding.evidence().stream())
        .forEach(evidence -> concerns.add("agency/" + evidence.agency()));
    return concerns;
  }

  public Set<String> receiptKeys() {
    Set<String> keys = new HashSet<>();
    findings.forEach(finding -> keys.addAll(finding.receiptKeys()));
    return keys;
  }

  Optional<Finding> finding(String findingId) {
    for (Finding finding : findings) {
      if (finding.id().equals(findingId)) {
        return Optional.of(finding);
      }
    }
    return Optional.empty();
  }

  boolean holds(String findingId) {
    return finding(findingId).isPresent();
  }

  /** The next picture, after a change. */
  Dossier changed(Instant at, Change change, String reason) {
    Stamp next = new Stamp(stamp.version() + 1, at, change, reason);
    return copy(findings, custody, next, reasonsVersion, policyVersion, actionsSeen, audience);
  }

  /** The next picture, after something that says nothing new about why the alert is as it is. */
  Dossier noted(Instant at, Change change) {
    return changed(at, change, stamp.reason());
  }

  /** With a reason in the place of the one that it continues, or at the end. */
  Dossier withFinding(Finding finding, String replacedId, int policy) {
    List<Finding> next = new ArrayList<>();
    boolean placed = false;
    for (Finding each : findings) {
      boolean same = each.id().equals(finding.id()) || each.id().equals(replacedId);
      if (!same) {
        next.add(each);
      } else if (!placed) {
        next.add(finding);
        placed = true;
      }
    }
    if (!placed) {
      next.add(finding);
    }
    return copy(next, custody, stamp, reasonsVersion, policy, actionsSeen, audience);
  }

  /** The same about another subject. */
  Dossier about(SubjectRef other) {
    return new Dossier(
        alertId,
        other,
        findings,
        custody,
        raisedAt,
        stamp,
        reasonsVersion,
        policyVersion,
        actionsSeen,
        audience,
        disagreement,
        minutes);
  }

  /** With another owner, who knows of it from now on. */
  Dossier withCustody(Custody next) {
    Owner owner = next.owner();
    return copy(
        findings,
        next,
        stamp,
        reasonsVersion,
        policyVersion,
        actionsSeen,
        audience.with(owner.personId(), owner.role()));
  }

  Dossier with(Audience next) {
    return copy(findings, custody, stamp, reasonsVersion, policyVersion, actionsSeen, next);
  }

  Dossier with(Disagreement next) {
    return new Dossier(
        alertId,
        subject,
        findings,
        custody,
        raisedAt,
        stamp,
        reasonsVersion,
        policyVersion,
        actionsSeen,
        audience,
        Optional.of(next),
        minutes);
  }

  Dossier with(Minutes next) {
    return new Dossier(
        alertId,
        subject,
        findings,
        custody,
        raisedAt,
        stamp,
        reasonsVersion,
        policyVersion,
        actionsSeen,
        audience,
        disagreement,
        next);
  }

  /** Its reasons have grown with this picture. */
  Dossier withReasonsGrown() {
    return copy(findings, custody, stamp, stamp.version(), policyVersion, actionsSeen, audience);
  }

  /** After an action: whoever did it knows of the alert, in the role that owns it now. */
  Dossier withAction(Action action) {
    Set<String> seen = new HashSet<>(actionsSeen);
    seen.add(action.actionId());
    boolean known = audience.informed().containsKey(action.personId());
    return copy(
        findings,
        custody,
        stamp,
        reasonsVersion,
        policyVersion,
        seen,
        known ? audience : audience.with(action.personId(), owner().role()));
  }

  /** After something with an id that counts once and that nobody did. */
  Dossier withSeen(String id) {
    Set<String> seen = new HashSet<>(actionsSeen);
    seen.add(id);
    return copy(findings, custody, stamp, reasonsVersion, policyVersion, seen, audience);
  }

  private Dossier copy(
      List<Finding> nextFindings,
      Custody nextCustody,
      Stamp nextStamp,
      long nextReasons,
      int nextPolicy,
      Set<String> nextActions,
      Audience nextAudience) {
    return new Dossier(
        alertId,
        subject,
        nextFindings,
        nextCustody,
        raisedAt,
        nextStamp,
        nextReasons,
        nextPolicy,
        nextActions,
        nextAudience,
        disagreement,
        minutes);
  }
}
