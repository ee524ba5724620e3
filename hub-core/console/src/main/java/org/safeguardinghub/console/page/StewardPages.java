package org.safeguardinghub.console.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.alert.Opener;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.identity.ClaimFields;
import org.safeguardinghub.console.identity.LedgerLine;
import org.safeguardinghub.console.identity.Question;
import org.safeguardinghub.console.identity.QuestionStore;
import org.safeguardinghub.console.identity.Steward;
import org.safeguardinghub.console.page.StewardPage.Choice;
import org.safeguardinghub.console.page.StewardPage.Comparison;
import org.safeguardinghub.console.page.StewardPage.Decided;
import org.safeguardinghub.console.page.StewardPage.Row;
import org.safeguardinghub.console.page.StewardPage.Waiting;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.kernel.sealing.Sealed;

/** Makes the pages of identity stewards. */
public final class StewardPages {
  private static final int SHOWN = 50;

  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("givenNames", "Given names"),
          Map.entry("familyName", "Family name"),
          Map.entry("alias", "Also known as"),
          Map.entry("dateOfBirth", "Date of birth"),
          Map.entry("sex", "Sex"),
          Map.entry("nhsNumber", "NHS number"),
          Map.entry("upn", "Pupil number"),
          Map.entry("address", "Address"),
          Map.entry("postcode", "Postcode"),
          Map.entry("school", "School"),
          Map.entry("mother", "Mother"),
          Map.entry("phone", "Telephone"),
          Map.entry("order of name", "Order of the names"));

  private static final Map<String, String> WHY =
      Map.of(
          "POTENTIAL", "Somebody who is held may be meant",
          "MANY_MATCH", "Several children fit",
          "NO_NAME", "Nobody is named",
          "REVIEW", "The evidence contradicts itself, or its source doubts it",
          "TOO_LITTLE", "Too little is said to tell this child from others");

  private static final Map<String, String> KINDS =
      Map.of(
          "LINKED", "A message is this child's",
          "CREATED", "A child of its own",
          "UNLINKED", "Taken back",
          "NEVER_LINK", "Never one child",
          "MERGED", "Two children are one",
          "SPLIT", "One child is two",
          "ADOPTION_WALL", "A wall around an adoption");

  private final QuestionStore store;
  private final Opener opener;
  private final LeadDirectory directory;

  public StewardPages(QuestionStore store, Opener opener, LeadDirectory directory) {
    this.store = store;
    this.opener = opener;
    this.directory = directory;
  }

  /** The queue, and what was decided lately. */
  public StewardPage.Queue queue(Reader reader, Instant now, List<Steward.Fault> faults) {
    boolean ofProtected = Steward.ofProtected(reader);
    List<Waiting> waiting =
        store.open(ofProtected, SHOWN).stream().map(question -> waiting(question, now)).toList();
    List<Decided> decided =
        store.decided(ofProtected, SHOWN).stream().map(line -> decided(line, now)).toList();
    return new StewardPage.Queue(waiting, decided, ofProtected, faults);
  }

  /** One question with both records side by side. */
  public StewardPage.Asked asked(
      Question question,
      Instant now,
      String actionId,
      String decision,
      String reason,
      List<Steward.Fault> faults) {
    Map<String, List<Sealed>> held =
        store.claims(
            java.util.stream.Stream.concat(
                    question.childRef().stream(),
                    question.candidates().stream().map(Question.Candidate::childRef))
                .toList());
    ClaimFields said =
        question
            .childRef()
            .map(child -> opened(held.getOrDefault(child, List.of())))
            .orElseGet(() -> opened(question.claims().stream().toList()));
    List<Comparison> comparisons = new ArrayList<>();
    List<Choice> choices = new ArrayList<>();
    int number = 1;
    for (Question.Candidate candidate : question.candidates()) {
      ClaimFields theirs = opened(held.getOrDefault(candidate.childRef(), List.of()));
      comparisons.add(comparison(number, candidate, said, theirs));
      String value = "same:" + candidate.childRef();
      choices.add(
          new Choice(
              value,
              "It is record " + number + ", " + candidate.childRef(),
              question.childRef().isPresent()
                  ? "Both become one child, and so do their events. What was found follows."
                  : "The message goes on to this child.",
              value.equals(decision)));
      number++;
    }
    others(question, decision, choices);
    return new StewardPage.Asked(
        waiting(question, now),
        alone(question, said),
        comparisons,
        choices,
        actionId,
        reason,
        faults);
  }

  /** One decision that is about to be taken back. */
  public StewardPage.TakingBack takingBack(
      LedgerLine line, Instant now, String actionId, String reason, List<Steward.Fault> faults) {
    return new StewardPage.TakingBack(decided(line, now), actionId, reason, faults);
  }

  private static void others(Question question, String decision, List<Choice> choices) {
    if (!question.candidates().isEmpty()) {
      choices.add(
          new Choice(
              "different",
              "It is none of these",
              "They are never joined again, whatever they have in common, until that is undone.",
              "different".equals(decision)));
    }
    if (question.childRef().isEmpty()) {
      choices.add(
          new Choice(
              "new",
              "A child of its own, as far as anybody knows",
              "Later messages may show that it is somebody who is held.",
              "new".equals(decision)));
    }
  }

  /** What is said, where there is nobody to compare it with. */
  private static List<Row> alone(Question question, ClaimFields said) {
    return question.candidates().isEmpty()
        ? ClaimFields.names().stream()
            .filter(field -> !said.text(field).isEmpty())
            .map(field -> new Row(FIELDS.getOrDefault(field, field), said.text(field), "", "", ""))
            .toList()
        : List.of();
  }

  private static Comparison comparison(
      int number, Question.Candidate candidate, ClaimFields said, ClaimFields theirs) {
    List<Row> rows = new ArrayList<>();
    List<String> compared = new ArrayList<>();
    for (Question.Line line : candidate.lines()) {
      compared.add(line.field());
      String left = said.text(line.field());
      String right = theirs.text(line.field());
      if (!left.isEmpty() || !right.isEmpty() || line.agrees().isPresent()) {
        rows.add(
            new Row(
                FIELDS.getOrDefault(line.field(), line.field()),
                left,
                right,
                line.agrees().isEmpty() ? "one of them says nothing" : line.how(),
                line.weight().map(StewardPages::weight).orElse("")));
      }
    }
    for (String field : ClaimFields.names()) {
      boolean shown = compared.contains(field);
      if (!shown && !(said.text(field) + theirs.text(field)).isEmpty()) {
        rows.add(
            new Row(
                FIELDS.getOrDefault(field, field), said.text(field), theirs.text(field), "", ""));
      }
    }
    return new Comparison(
        "Record " + number, candidate.childRef(), overall(candidate.weight()), rows);
  }

  private static String overall(int hundredths) {
    double odds = StrictMath.pow(2, Math.abs(hundredths) / 100.0);
    String times =
        odds >= 1000 ? "more than 1,000 times" : "about %.0f times".formatted(Math.max(1, odds));
    return "All together %s: %s likelier to be %s."
        .formatted(weight(hundredths), times, hundredths >= 0 ? "one child" : "two children");
  }

  private static String weight(int hundredths) {
    String number = String.format(Locale.UK, "%.1f", Math.abs(hundredths) / 100.0);
    return hundredths < 0 ? "\u2212" + number + " against" : "+" + number + " for";
  }

  private ClaimFields opened(List<Sealed> sealed) {
    return ClaimFields.of(sealed.stream().flatMap(one -> opener.open(one).stream()).toList());
  }

  private static Waiting waiting(Question question, Instant now) {
    return new Waiting(
        "/identity/questions/" + question.taskId(),
        question.childRef().isPresent()
            ? "Are these two children one?"
            : WHY.getOrDefault(question.why(), "Who is it?"),
        "Level " + question.level(),
        LondonTime.due(question.dueAt(), now),
        LondonTime.overdue(question.dueAt(), now),
        "asked " + LondonTime.when(question.openedAt(), now),
        question.candidates().size(),
        question.protectedIdentity(),
        question.open());
  }

  private Decided decided(LedgerLine line, Instant now) {
    return new Decided(
        line.undoable()
            ? Optional.of("/identity/decisions/" + line.decisionId())
            : Optional.empty(),
        KINDS.getOrDefault(line.kind(), line.kind()),
        line.otherChildRef()
            .map(other -> line.childRef() + " and " + other)
            .orElse(line.childRef()),
        directory.nameOf(line.decidedBy()) + ", " + LondonTime.when(line.decidedAt(), now),
        line.reason().flatMap(opener::open).orElse(""),
        line.undone());
  }
}
