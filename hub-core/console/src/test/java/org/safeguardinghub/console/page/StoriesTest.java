package org.safeguardinghub.console.page;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.console.alert.EventDetail;
import org.safeguardinghub.console.alert.PersonLabels;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.pdf.PackPdf;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.templates.StaticTemplates;
import org.safeguardinghub.console.testing.MemoryAlerts;
import org.safeguardinghub.console.testing.MemoryGlass;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;

final class StoriesTest {
  private static final LeadDirectory DIRECTORY = DirectoryFile.shipped();

  private final MemoryAlerts store = new MemoryAlerts();
  private final PersonLabels labels = new PersonLabels(store, Samples::open);
  private final Stories stories =
      new Stories(store, labels, DIRECTORY, EventCatalogue.load(), Samples::open);

  @Test
  void theStoryHoldsWhatNoFindingRestsOnToo() {
    Samples.fill(store);

    assertThat(titles(story("p-mash-manager")))
        .isEqualTo(
            """
            20 February 2026 Tumbledown Primary School
            3 March 2026 Fablewick NHS Trust
            12 March 2026 Tumbledown Primary School
            17 March 2026 Fablewick Housing""");
    assertThat(story("p-mash-manager").withheld())
        .containsExactly("1 further item held by Health, ask the named nurse");
  }

  @Test
  void anEchoIsFoldedIntoWhatItEchoes() {
    put("first", "2026-03-01T10:00:00Z", Assertion.OBSERVED, HandlingClass.H1);
    store.putEvent(
        Samples.CHILD,
        linked("echo", "2026-03-02T10:00:00Z", Optional.of("i-1"), Optional.of("first")));
    store.putEvent(
        Samples.CHILD,
        linked("of-the-echo", "2026-03-03T10:00:00Z", Optional.of("i-1"), Optional.empty()));
    put("another", "2026-03-04T10:00:00Z", Assertion.OBSERVED, HandlingClass.H1);

    assertThat(story("p-mash-manager").story())
        .extracting(told -> 1 + told.echoes().size())
        .containsExactly(3, 1);
  }

  @Test
  void whatNoLongerHoldsIsStruckThroughWithItsReason() {
    put("said", "2026-03-01T10:00:00Z", Assertion.OBSERVED, HandlingClass.H1);
    store.putEvent(Samples.CHILD, correcting("said", "2026-03-09T10:00:00Z", HandlingClass.H1));

    StoryPage page = story("p-mash-manager");

    assertThat(page.story().getFirst().first().struck())
        .contains("Retracted, heard on 9 March 2026");
    assertThat(Rendered.text(new StaticTemplates().story(Rendered.CHROME, page)))
        .contains("No longer holds.", "<del>Words of said</del>");
  }

  @Test
  void ofACorrectionThatTheReaderMayNotSeeOnlyThatThereIsOne() {
    put("said", "2026-03-01T10:00:00Z", Assertion.OBSERVED, HandlingClass.H1);
    store.putEvent(Samples.CHILD, correcting("said", "2026-03-09T10:00:00Z", HandlingClass.H3));

    String html =
        Rendered.text(new StaticTemplates().story(Rendered.CHROME, story("p-mash-manager")));

    assertThat(html)
        .contains("Its sender has changed it since: ask them")
        .doesNotContain("9 March", "Retracted", "Words of correction");
  }

  @Test
  void aMonthWithoutAReportIsSaid() {
    put("one", "2025-11-01T10:00:00Z", Assertion.OBSERVED, HandlingClass.H1);
    put("two", "2026-02-10T10:00:00Z", Assertion.OBSERVED, HandlingClass.H1);
    put("three", "2026-02-20T10:00:00Z", Assertion.OBSERVED, HandlingClass.H1);

    StoryPage page = story("p-mash-manager");

    assertThat(page.story())
        .extracting(StoryPage.Told::gapBefore)
        .containsExactly(
            Optional.empty(), Optional.of("Nothing was reported for 3 months"), Optional.empty());
    assertThat(page.silence()).contains("Nothing was reported for 4 weeks up to now");
  }

  @Test
  void aGapDoesNotSayThatThereWasNothingWhereSomethingIsHeldBack() {
    put("one", "2025-11-01T10:00:00Z", Assertion.OBSERVED, HandlingClass.H1);
    put("hidden", "2025-12-24T10:00:00Z", Assertion.OBSERVED, HandlingClass.H3);
    put("two", "2026-02-10T10:00:00Z", Assertion.OBSERVED, HandlingClass.H1);

    StoryPage page = story("p-mash-manager");

    assertThat(page.story().getLast().gapBefore())
        .contains("Nothing that you may see was reported for 3 months");
    assertThat(Rendered.text(new StaticTemplates().story(Rendered.CHROME, page)))
        .doesNotContain("24 December", "Words of hidden");
  }

  @Test
  void theStorySaysWhoseSystemsAreSilent() {
    Samples.fill(store);

    StoryPage page = story("p-mash-manager");

    assertThat(page.silentFeeds().told())
        .singleElement()
        .asString()
        .startsWith("Fablewick Housing: silent since ")
        .endsWith(" (expected every 7 days)");
    assertThat(Rendered.text(new StaticTemplates().story(Rendered.CHROME, page)))
        .contains("Agencies that are silent", page.silentFeeds().told().getFirst());
  }

  @Test
  void otherChildrenAtHomeAreCountedAndNotNamed() {
    Samples.fill(store);
    store.putOthersAtHome(2);

    assertThat(story("p-mash-manager").othersAtHome())
        .hasValueSatisfying(
            words -> assertThat(words).startsWith("2 other children are known to live"));
  }

  @Test
  void thePackIsADocumentWithTheWordsThatItsReaderMaySee() throws Exception {
    Samples.fill(store);
    store.putOthersAtHome(1);
    AlertPages alerts =
        new AlertPages(
            store,
            store,
            store,
            labels,
            DIRECTORY,
            EventCatalogue.load(),
            Samples::open,
            new MemoryGlass());
    Reader reader = Reader.of(DIRECTORY, "p-mash-manager");
    String page =
        Rendered.text(
            new StaticTemplates()
                .pack(
                    alerts.page(Samples.neglect(), reader, Samples.NOW, "", Optional.empty()),
                    story("p-mash-manager")));

    try (PDDocument pdf = Loader.loadPDF(new PackPdf().of(page))) {
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains(
              "Bracken Thistledown",
              "Neglect noticed by several agencies",
              "no bedding in the children's room",
              "1 further item held by Health, ask the named nurse",
              "Agencies that are silent",
              "Fablewick Housing: silent since ",
              "Prepared for Marigold Thistleby, MASH manager, on 24 March 2026",
              "Page 1 of ")
          .doesNotContain("SECRET-OF-H2");
    }
  }

  private StoryPage story(String personId) {
    return stories.page(Samples.neglect(), Reader.of(DIRECTORY, personId), Samples.NOW);
  }

  private static String titles(StoryPage page) {
    return page.story().stream()
        .map(told -> told.first().item().date() + " " + told.first().item().agency())
        .collect(joining("\n"));
  }

  private void put(String id, String at, Assertion assertion, HandlingClass handling) {
    store.putEvent(
        Samples.CHILD,
        event(id, at, assertion, handling, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static EventDetail linked(
      String id, String at, Optional<String> incident, Optional<String> derivedFrom) {
    return event(
        id, at, Assertion.REPORTED, HandlingClass.H1, Optional.empty(), incident, derivedFrom);
  }

  private static EventDetail correcting(String corrected, String at, HandlingClass handling) {
    return event(
        "correction",
        at,
        Assertion.RETRACTED,
        handling,
        Optional.of(corrected),
        Optional.empty(),
        Optional.empty());
  }

  private static EventDetail event(
      String id,
      String at,
      Assertion assertion,
      HandlingClass handling,
      Optional<String> supersedes,
      Optional<String> incident,
      Optional<String> derivedFrom) {
    return new EventDetail(
        id,
        "EDU-NEG-01",
        "tumbledown-primary",
        "EDU",
        Instant.parse(at),
        EventDetail.Precision.DAY,
        Instant.parse(at),
        2,
        handling,
        assertion,
        true,
        Optional.of(Samples.sealed("Words of " + id)),
        Optional.empty(),
        supersedes,
        incident,
        derivedFrom);
  }
}
