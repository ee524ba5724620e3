package org.safeguardinghub.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.PersonLabels;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.alert.Without;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.templates.StaticTemplates;
import org.safeguardinghub.console.testing.MemoryAlerts;
import org.safeguardinghub.console.testing.MemoryGlass;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/** What a reader is told of why an alert was raised. */
final class ExplanationTest {
  private static final LeadDirectory DIRECTORY = DirectoryFile.shipped();

  private final MemoryAlerts store = new MemoryAlerts();
  private final AlertPages pages =
      new AlertPages(
          store,
          store,
          store,
          new PersonLabels(store, Samples::open),
          DIRECTORY,
          EventCatalogue.load(),
          Samples::open,
          new MemoryGlass());

  ExplanationTest() {
    Samples.fill(store);
  }

  @Test
  void whatIsNeededIsMarkedAndSaid() {
    AlertPage page = page(neglectWith(Without.NOT_RAISED), "p-mash-manager");

    assertThat(page.findings().getFirst().reasons().getFirst().needs().orElseThrow().sentences())
        .containsExactly(
            "It rests on 3 items. Without any one of them this would not have been raised.");
    assertThat(page.timeline()).allMatch(item -> item.marks().contains("needed"));
  }

  @Test
  void itemsThatDoDifferentThingsAreToldOneByOne() {
    AlertPage.Needs needs =
        page(
                neglectWith(Without.NOT_RAISED, Without.LESS_URGENT, Without.NO_DIFFERENCE),
                "p-mash-manager")
            .findings()
            .getFirst()
            .reasons()
            .getFirst()
            .needs()
            .orElseThrow();

    assertThat(needs.sentences())
        .containsExactly(
            "It rests on 3 items. Without one of them it would not have been raised.",
            "One of them would have been enough by itself.");
    assertThat(needs.items())
        .containsExactly(
            "20 February 2026, Hungry, taking or scavenging food: needed, without it this would not have been raised; among those that are enough",
            "3 March 2026, Was not brought: GP or community appointment: without it this would be less urgent",
            "17 March 2026, Category 1 hazard: damp, mould, no heating, unsafe: adds to the picture, without it this would stand as it does");
  }

  @Test
  void whoMayNotSeeAnItemLearnsNothingOfWhatTheOthersDo() {
    Alert.Finding missed = Samples.neglect().findings().get(1);
    String before = null;
    for (Without shown : Without.values()) {
      for (Without hidden : Without.values()) {
        Alert alert =
            Samples.withFindings(Samples.neglect(), List.of(with(missed, List.of(shown, hidden))));
        String html = html(page(alert, "p-mash-manager"));
        assertThat(html).contains("1 further item held by Health").doesNotContain("needed");
        assertThat(before == null || before.equals(html)).isTrue();
        before = html;
      }
    }
  }

  @Test
  void aDayThatOnlyAHiddenItemHasIsNotToldByWhatIsNotKnown() {
    Alert.Finding missed = Samples.neglect().findings().get(1);
    List<String> notKnown =
        List.of("Whether they were told", "The report of 20 March 2026 may be of one incident");
    Alert alert =
        Samples.withFindings(
            Samples.neglect(),
            List.of(finding(missed, missed.stage(), missed.evidence(), notKnown)));

    assertThat(page(alert, "p-mash-manager").findings().getFirst().notKnown())
        .containsExactly("Whether they were told");
    assertThat(page(alert, "p-named-nurse").findings().getFirst().notKnown()).isEqualTo(notKnown);
  }

  @Test
  void findingsOfOnePatternShareWhatThePatternSays() {
    Alert.Finding first = Samples.neglect().findings().getFirst();
    Alert.Finding second =
        finding(first, "second", first.evidence(), List.of("Whether the family was told", "Who"));
    AlertPage page =
        page(Samples.withFindings(Samples.neglect(), List.of(first, second)), "p-mash-manager");

    assertThat(page.findings()).hasSize(1);
    assertThat(page.findings().getFirst().reasons()).hasSize(2);
    assertThat(page.findings().getFirst().notKnown())
        .containsExactly(
            "Whether the family was told", "Whether the other children are well", "Who");
    assertThat(html(page)).containsOnlyOnce("The question for you");
  }

  @Test
  void aNoticeSaysAllThatAFindingSays() {
    Alert.Finding first = Samples.neglect().findings().getFirst();
    String html =
        html(
            page(
                Samples.withFindings(
                    Samples.neglect(),
                    List.of(finding(first, "notice", first.evidence(), List.of()))),
                "p-mash-manager"));

    assertThat(html)
        .contains(
            first.because(),
            "told of as new information, on 17 March 2026",
            "The question for you",
            "What would make this wrong",
            "What is not known",
            "The hub knows only what agencies reported",
            "What protects",
            "Source of the pattern: Thematic reviews of neglect, 2024")
        .doesNotContain("stage notice");
  }

  @Test
  void theSentenceToTheOwnerIsWordedForOthers() {
    assertThat(
            Words.forOthers(
                "Sent to you because the child has a protection plan or a section 47 enquiry, and you hold the case"
                    + ". Outside working hours your role answers",
                "allocated worker"))
        .isEqualTo(
            "Sent there because the child has a protection plan or a section 47 enquiry, and the allocated worker"
                + " holds the case. Outside working hours the role of allocated worker answers");
    assertThat(Words.forOthers("Sent to you because a plan that you lead is open", "lead"))
        .isEqualTo("Sent there because a plan that the lead leads is open");
    assertThat(Words.forOthers("Sent to you because only your school has noticed", "lead"))
        .isEqualTo("Sent there because only that school has noticed");
  }

  private static Alert neglectWith(Without... without) {
    Alert.Finding first = Samples.neglect().findings().getFirst();
    List<Without> each = new ArrayList<>(List.of(without));
    while (each.size() < first.evidence().size()) {
      each.add(without[0]);
    }
    return Samples.withFindings(Samples.neglect(), List.of(with(first, each)));
  }

  private static Alert.Finding with(Alert.Finding finding, List<Without> without) {
    List<Alert.Evidence> evidence = new ArrayList<>();
    for (Alert.Evidence e : finding.evidence()) {
      Without says = without.get(evidence.size());
      evidence.add(
          new Alert.Evidence(
              e.eventId(),
              e.type(),
              e.agency(),
              e.family(),
              e.occurredAt(),
              e.receivedAt(),
              e.level(),
              e.handling(),
              Optional.of(says),
              says == Without.NOT_RAISED));
    }
    return finding(finding, finding.stage(), evidence, finding.notKnown());
  }

  private static Alert.Finding finding(
      Alert.Finding f, String stage, List<Alert.Evidence> evidence, List<String> notKnown) {
    return new Alert.Finding(
        f.id() + stage,
        f.pattern(),
        f.title(),
        stage,
        LocalDate.of(2026, 3, 17),
        f.severity(),
        f.because(),
        f.question(),
        f.wouldBeWrong(),
        notKnown,
        f.source(),
        evidence,
        f.standing(),
        f.learnedLate());
  }

  private AlertPage page(Alert alert, String person) {
    return pages.page(
        alert, Reader.of(DIRECTORY, person), Samples.NOW, "action-word", Optional.empty());
  }

  private static String html(AlertPage page) {
    StringOutput output = new StringOutput();
    new StaticTemplates()
        .alert(
            new Chrome(
                Optional.empty(),
                "/assets/hub.css",
                "/assets/hub.js",
                "Tuesday 24 March 2026 10:15"),
            page)
        .render(output);
    return output.toString();
  }
}
