package org.safeguardinghub.console.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.EventDetail;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.kernel.event.Severity;

/** Why an alert was raised, pattern by pattern: what a pattern says of itself is said once. */
final class FindingParts {
  /** Stages under which the hub tells something that is no finding. */
  private static final Set<String> NOTICES = Set.of("notice", "steward");

  private static final Pattern A_DAY = Pattern.compile("\\b\\d{1,2} \\p{Alpha}+ \\d{4}\\b");

  private final Timelines timelines;

  FindingParts(Timelines timelines) {
    this.timelines = timelines;
  }

  /** What findings of one pattern share. */
  private record Shared(
      String pattern, String title, String question, List<String> wouldBeWrong, String source) {}

  List<AlertPage.PatternPart> of(
      List<Alert.Finding> findings, List<EventDetail> details, Reader reader) {
    Map<Shared, List<Alert.Finding>> groups = new LinkedHashMap<>();
    for (Alert.Finding f : findings) {
      groups
          .computeIfAbsent(
              new Shared(f.pattern(), f.title(), f.question(), f.wouldBeWrong(), f.source()),
              _ -> new ArrayList<>())
          .add(f);
    }
    return groups.entrySet().stream()
        .map(group -> part(group.getKey(), group.getValue(), details, reader))
        .toList();
  }

  private AlertPage.PatternPart part(
      Shared shared, List<Alert.Finding> findings, List<EventDetail> details, Reader reader) {
    Severity severity =
        findings.stream()
            .map(Alert.Finding::severity)
            .reduce((a, b) -> b.moreUrgentThan(a) ? b : a)
            .orElseThrow();
    return new AlertPage.PatternPart(
        shared.pattern(),
        shared.title(),
        new Tag(Words.severity(severity), Words.severityTag(severity)),
        findings.stream().map(f -> reason(f, details, reader)).toList(),
        shared.wouldBeWrong(),
        findings.stream().flatMap(f -> notKnown(f, details, reader)).distinct().toList(),
        shared.question(),
        shared.source());
  }

  private AlertPage.Reason reason(Alert.Finding finding, List<EventDetail> details, Reader reader) {
    long hidden = Timelines.hidden(finding, details, reader);
    // The policy's own sentence names every item, so it is shown only to those who may see each of
    // them.
    String because =
        hidden == 0
            ? finding.because()
            : "This rests on %s, %d of them not shown to you. Ask the agencies named below the timeline."
                .formatted(Words.count(finding.evidence().size(), "item", "items"), hidden);
    return new AlertPage.Reason(
        because,
        when(finding),
        hidden == 0 && finding.standing()
            ? Needs.of(finding, e -> timelines.inAFewWords(e, details))
            : Optional.empty());
  }

  private static String when(Alert.Finding finding) {
    String day = LondonTime.day(finding.date());
    String when =
        NOTICES.contains(finding.stage())
            ? "told of as new information, on " + day
            : (finding.stage().isEmpty() ? "" : "stage " + finding.stage() + ", ")
                + "complete on "
                + day;
    return finding.learnedLate() ? when + " (the hub learned of it later)" : when;
  }

  // A line that names a day may name that of an item which is not shown.
  private static Stream<String> notKnown(
      Alert.Finding finding, List<EventDetail> details, Reader reader) {
    boolean all = Timelines.hidden(finding, details, reader) == 0;
    return finding.notKnown().stream().filter(line -> all || !A_DAY.matcher(line).find());
  }
}
