package org.safeguardinghub.deploy.local.story;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeguardinghub.deploy.local.story.FindingsBoard.Seen;
import org.safeguardinghub.deploy.local.story.MustNot.About;
import org.safeguardinghub.deploy.local.story.Verdict.Outcome;
import org.safeguardinghub.schemas.AlertFindingRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.EvidenceRecord;
import org.safeguardinghub.schemas.FindingState;
import org.safeguardinghub.schemas.RiskDecisionRecord;

/** Judges what must not follow from a story, entry by entry. */
final class MustNotJudge {
  private static final Pattern PATTERN_ID = Pattern.compile("\\bP[0-9]{2}\\b");

  private final Story story;
  private final StoryPeople people;
  private final List<Seen> decisions;
  private final List<AlertRecord> pictures;
  private final Deviations deviations;
  private final StoryEnvelope envelope;

  MustNotJudge(
      Story story,
      StoryPeople people,
      List<Seen> decisions,
      List<AlertRecord> pictures,
      Deviations deviations) {
    this.story = story;
    this.people = people;
    this.decisions = decisions;
    this.pictures = pictures;
    this.deviations = deviations;
    this.envelope = new StoryEnvelope(story);
  }

  List<Verdict> verdicts() {
    return story.mustNot().stream()
        .map(
            entry ->
                switch (entry) {
                  case MustNot.Sentence sentence -> sentence(sentence);
                  case MustNot.NotTold forbidden ->
                      verdict(
                          forbidden,
                          decisions.stream()
                              .filter(seen -> told(forbidden, seen))
                              .map(seen -> words(seen))
                              .findFirst(),
                          "nothing like it was told");
                  case MustNot.NotOwned forbidden ->
                      verdict(
                          forbidden,
                          pictures.stream()
                              .filter(picture -> owned(forbidden, picture))
                              .map(MustNotJudge::words)
                              .findFirst(),
                          "no alert was routed so");
                })
        .toList();
  }

  private Verdict sentence(MustNot.Sentence sentence) {
    Set<String> patterns = new TreeSet<>();
    PATTERN_ID.matcher(sentence.text()).results().forEach(found -> patterns.add(found.group()));
    if (patterns.isEmpty()) {
      return new Verdict(
          sentence.text(), Outcome.NOT_JUDGED, "it names no pattern: only a reader can say");
    }
    List<String> broken = deviations.of(patterns);
    String named = String.join(", ", patterns);
    return broken.isEmpty()
        ? new Verdict(
            sentence.text(), Outcome.HELD, "of " + named + " exactly what is listed was told")
        : new Verdict(sentence.text(), Outcome.BROKEN, String.join("; ", broken));
  }

  private static Verdict verdict(MustNot entry, Optional<String> broken, String held) {
    return broken
        .map(why -> new Verdict(entry.text(), Outcome.BROKEN, why))
        .orElseGet(() -> new Verdict(entry.text(), Outcome.HELD, held));
  }

  private boolean told(MustNot.NotTold forbidden, Seen seen) {
    RiskDecisionRecord decision = seen.decision();
    About about = forbidden.about();
    String text = text(decision);
    return forbidden.kinds().contains(decision.getDecision())
        && about.pattern(decision.getPattern())
        && about.day(decision.getDate())
        && about.subject().filter(name -> !people.named(name, seen.children())).isEmpty()
        && rests(about, decision.getEvidence())
        && forbidden
            .toldBefore()
            .filter(day -> !decision.getAsOf().atZone(Story.LONDON).toLocalDate().isBefore(day))
            .isEmpty()
        && (forbidden.says().isEmpty() || forbidden.says().stream().anyMatch(in(text)))
        && (forbidden.lacks().isEmpty() || forbidden.lacks().stream().noneMatch(in(text)));
  }

  /** As routed: a later rung of the ladder says who did not answer, not whose it is. */
  private boolean owned(MustNot.NotOwned forbidden, AlertRecord picture) {
    About about = forbidden.about();
    return picture.getRung() == 0
        && forbidden.forbids(picture.getOwner().getRole())
        && about.day(picture.getChangedAt().atZone(Story.LONDON).toLocalDate())
        && about
            .subject()
            .filter(name -> !people.named(name, FindingsBoard.concerned(picture)))
            .isEmpty()
        && picture.getFindings().stream()
            .filter(finding -> finding.getState() == FindingState.STANDING)
            .anyMatch(
                finding ->
                    about.pattern(finding.getPattern()) && rests(about, finding.getEvidence()));
  }

  private boolean rests(About about, Collection<EvidenceRecord> evidence) {
    Set<String> ids =
        about.restsOn().stream().map(envelope::eventId).collect(Collectors.toUnmodifiableSet());
    return ids.isEmpty() || evidence.stream().anyMatch(one -> ids.contains(one.getEventId()));
  }

  private static Predicate<String> in(String text) {
    return words -> text.contains(words.toLowerCase(Locale.ROOT));
  }

  private static String text(RiskDecisionRecord decision) {
    return Stream.concat(
            Stream.of(
                decision.getPatternTitle(),
                decision.getBecause(),
                decision.getQuestion(),
                decision.getHow().orElse("")),
            Stream.concat(decision.getWouldBeWrong().stream(), decision.getNotKnown().stream()))
        .collect(Collectors.joining("\n"))
        .toLowerCase(Locale.ROOT);
  }

  private String words(Seen seen) {
    RiskDecisionRecord decision = seen.decision();
    return "%s: %s %s %s %s"
        .formatted(
            decision.getDecision().name().toLowerCase(Locale.ROOT),
            decision.getPattern(),
            people.name(seen.children()),
            decision.getDate(),
            decision.getSeverity());
  }

  private static String words(AlertRecord picture) {
    String patterns =
        picture.getFindings().stream()
            .map(AlertFindingRecord::getPattern)
            .distinct()
            .collect(Collectors.joining(", "));
    return "on %s an alert about %s was for %s"
        .formatted(
            picture.getChangedAt().atZone(Story.LONDON).toLocalDate(),
            patterns,
            picture.getOwner().getRole());
  }
}
