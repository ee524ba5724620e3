package org.safeguardinghub.deploy.local.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one story went.
 *
 * @param expected how many findings the story expects of patterns that are built
 * @param raised findings raised on their date with their severity
 * @param otherDate expected findings that came with another date or severity, in words
 * @param missing expected findings that did not come
 * @param unexpected findings that no line of the story expects
 * @param cameAndWent findings that were withdrawn again for a reason that the story tells
 * @param strengthened re-fires and rises that came as expected
 * @param notBuilt expected findings of patterns that this version does not look for
 * @param mustNot how each thing that must not follow was judged
 * @param needs what each raised finding rests on and needs, by event id
 * @param alerts alerts that the hub made of the findings
 * @param identity what the hub found out about who is who; null where the story told it
 */
public record StoryReport(
    String id,
    String title,
    int expected,
    List<String> raised,
    List<String> otherDate,
    List<String> missing,
    List<String> unexpected,
    List<String> cameAndWent,
    List<String> strengthened,
    List<String> notBuilt,
    List<Verdict> mustNot,
    List<String> needs,
    long alerts,
    @Nullable IdentityCount identity) {
  public boolean asTold() {
    return otherDate.isEmpty()
        && missing.isEmpty()
        && unexpected.isEmpty()
        && (identity == null || identity.wrong().isEmpty())
        && mustNot.stream().noneMatch(one -> one.outcome() == Verdict.Outcome.BROKEN);
  }
}
