package org.safeguardinghub.risk.policy.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.Scope;

/**
 * A pattern: its logic and its words.
 *
 * @param id for example P03
 * @param title what a lead reads
 * @param waitsFor what is to happen while its clock runs, in plain words; absent where it has none
 * @param scopes the kinds of subject on which it is evaluated
 * @param why why it is looked for
 * @param source where that comes from
 * @param recipients who gets a copy, in the words of the policy
 * @param question what the lead has to answer
 * @param falsePositives what would make a finding wrong
 * @param notKnown what the hub cannot know
 * @param because text for each clause of the rule, with placeholders in braces
 * @param severityBecause a sentence added when the finding has that severity
 * @param neverSuppressed no open case and no throttle may hold it back
 * @param routedToWorker with an open social-care episode it gives case-evidence notices in place of
 *     findings
 * @param rule its logic
 */
public record Pattern(
    String id,
    String title,
    Optional<String> waitsFor,
    Set<Scope> scopes,
    String why,
    String source,
    List<String> recipients,
    String question,
    List<String> falsePositives,
    List<String> notKnown,
    Map<String, String> because,
    Map<Severity, String> severityBecause,
    boolean neverSuppressed,
    boolean routedToWorker,
    PatternRule rule) {
  public Pattern {
    scopes = Set.copyOf(scopes);
    recipients = List.copyOf(recipients);
    falsePositives = List.copyOf(falsePositives);
    notKnown = List.copyOf(notKnown);
    because = Map.copyOf(because);
    severityBecause = Map.copyOf(severityBecause);
  }

  /** What its clock is about. */
  public String clock() {
    return waitsFor.orElse(title);
  }
}
