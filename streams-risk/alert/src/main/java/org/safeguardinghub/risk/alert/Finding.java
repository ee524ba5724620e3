package org.safeguardinghub.risk.alert;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.event.Severity;

/**
 * A reason of an alert: a finding, or a notice, as its last decision left it.
 *
 * @param id follows from pattern, subject and first evidence
 * @param pattern id of the pattern
 * @param title its title in plain words
 * @param stage stage that was reached; empty where the pattern has none
 * @param date day on which the pattern was complete
 * @param severity how soon a human must act
 * @param because the explanation, from types, agencies and dates only
 * @param question what it asks the lead
 * @param wouldBeWrong what would make it wrong
 * @param notKnown what the hub does not know
 * @param source where the pattern comes from
 * @param evidence the events that it rests on
 * @param standing false once it was withdrawn
 * @param how how it changed last
 * @param learnedLate whether its evidence was complete before the hub could know
 * @param identityUnconfirmed whether it rests on an event of open identity
 * @param children the children that it names
 * @param receiptKeys disposition keys of its evidence
 */
public record Finding(
    String id,
    String pattern,
    String title,
    String stage,
    LocalDate date,
    Severity severity,
    String because,
    String question,
    List<String> wouldBeWrong,
    List<String> notKnown,
    String source,
    List<Evidence> evidence,
    boolean standing,
    Optional<String> how,
    boolean learnedLate,
    boolean identityUnconfirmed,
    List<String> children,
    Set<String> receiptKeys) {
  /** With these words begins how a finding changed last, where a change of policy found it. */
  public static final String FOUND_BY_POLICY_CHANGE = "found by policy change";

  public Finding {
    wouldBeWrong = List.copyOf(wouldBeWrong);
    notKnown = List.copyOf(notKnown);
    evidence = List.copyOf(evidence);
    children = List.copyOf(children);
    receiptKeys = Set.copyOf(receiptKeys);
  }

  /** Whether it waits for an identity steward, and is for nobody else yet. */
  boolean forSteward() {
    return stage.equals(PolicyDecisions.STEWARD);
  }

  /**
   * The same finding for whoever reads that a change of policy found it: the rules are others now,
   * nothing new is known.
   */
  public Finding foundByPolicyChange(int policyVersion) {
    return new Finding(
        id,
        pattern,
        title,
        stage,
        date,
        severity,
        "Found by policy change: version "
            + policyVersion
            + " of the rules looks at what was known before; nothing new was reported. "
            + because,
        question,
        wouldBeWrong,
        notKnown,
        source,
        evidence,
        standing,
        Optional.of(
            how.map(text -> FOUND_BY_POLICY_CHANGE + ": " + text).orElse(FOUND_BY_POLICY_CHANGE)),
        learnedLate,
        identityUnconfirmed,
        children,
        receiptKeys);
  }

  /** Whether it rests on another agency's report, a higher level or another child than before. */
  boolean addsTo(Finding before) {
    return !agencies(before).containsAll(agencies(this))
        || level() > before.level()
        || !before.children.containsAll(children);
  }

  private static Set<String> agencies(Finding finding) {
    return finding.evidence.stream().map(Evidence::agency).collect(Collectors.toSet());
  }

  private int level() {
    return evidence.stream().mapToInt(Evidence::level).max().orElse(0);
  }

  /** The same finding without its evidence's support. */
  Finding withdrawn(String reason) {
    return new Finding(
        id,
        pattern,
        title,
        stage,
        date,
        severity,
        because,
        question,
        wouldBeWrong,
        notKnown,
        source,
        evidence,
        false,
        Optional.of(reason),
        learnedLate,
        identityUnconfirmed,
        children,
        receiptKeys);
  }
}
