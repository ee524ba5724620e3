package org.safeguardinghub.risk.policy.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * What the hub has said about one finding: the small part that the next comparison needs.
 *
 * @param findingId its lasting id
 * @param currentId id that the last evaluation gave it
 * @param pattern id of the pattern
 * @param patternTitle its title when it was published
 * @param stage stage of the pattern
 * @param subject subject on which it was published
 * @param children child references that it names
 * @param date local date of the finding
 * @param severity most urgent severity that was published
 * @param evidence event ids
 * @param told each firing that was told, as date and how
 * @param content fingerprint of what was published
 */
public record PublishedFinding(
    String findingId,
    String currentId,
    String pattern,
    String patternTitle,
    String stage,
    SubjectRef subject,
    List<String> children,
    LocalDate date,
    Severity severity,
    Set<String> evidence,
    Set<String> told,
    String content) {
  public PublishedFinding {
    children = List.copyOf(children);
    evidence = Set.copyOf(evidence);
    told = Set.copyOf(told);
  }
}
