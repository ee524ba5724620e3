package org.safeguardinghub.console.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.Decision;
import org.safeguardinghub.console.alert.DeliveryLine;
import org.safeguardinghub.console.alert.ListQuery;
import org.safeguardinghub.console.alert.PersonLabels;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.alert.RunningClock;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.alert.Shelf;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.templates.StaticTemplates;
import org.safeguardinghub.console.testing.Golden;
import org.safeguardinghub.console.testing.MemoryAlerts;
import org.safeguardinghub.console.testing.MemoryGlass;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.event.HandlingClass;

final class PagesTest {
  private static final LeadDirectory DIRECTORY = DirectoryFile.shipped();

  private final MemoryAlerts store = new MemoryAlerts();
  private final PersonLabels labels = new PersonLabels(store, Samples::open);
  private final AlertPages alertPages =
      new AlertPages(
          store,
          store,
          store,
          labels,
          DIRECTORY,
          EventCatalogue.load(),
          Samples::open,
          new MemoryGlass());
  private final ListPages listPages = listPages(store, labels);

  private static ListPages listPages(MemoryAlerts alerts, PersonLabels names) {
    return new ListPages(
        alerts, names, DIRECTORY, new CopyPages(alerts, names, DIRECTORY, EventCatalogue.load()));
  }

  PagesTest() {
    Samples.fill(store);
  }

  @Test
  void aLeadReadsWhyAndWhatIsNotKnownAndMayAnswer() throws Exception {
    AlertPage page = page(Samples.neglect(), "p-mash-manager");

    Golden.check("alert.html", Rendered.text(new StaticTemplates().alert(Rendered.CHROME, page)));
  }

  @Test
  void theListShowsWhatWaitsWithItsDueTime() throws Exception {
    ListPage page = list("p-mash-manager", Shelf.WAITING);

    Golden.check("list.html", Rendered.text(new StaticTemplates().listPart(page)));
  }

  @Test
  void anItemOfASensitiveServiceIsCountedAndNeverShown() {
    String html =
        Rendered.text(
            new StaticTemplates()
                .alert(Rendered.CHROME, page(Samples.neglect(), "p-mash-manager")));

    assertThat(html)
        .contains("1 further item held by Health, ask the named nurse")
        .contains("This rests on 2 items, 1 of them not shown to you.")
        .doesNotContain("SECRET-OF-H2", "20 March", "CAMHS");
  }

  @Test
  void anOpenAlertSaysWhichAgenciesAreSilent() {
    AlertPage open = page(Samples.neglect(), "p-mash-manager");
    assertThat(open.silentFeeds().others()).isEmpty();
    assertThat(open.silentFeeds().told())
        .singleElement()
        .asString()
        .startsWith("Fablewick Housing: silent since ")
        .endsWith(" (expected every 7 days)");
    String line = open.silentFeeds().told().getFirst();
    assertThat(Rendered.text(new StaticTemplates().alert(Rendered.CHROME, open)))
        .contains("Agencies that are silent", line)
        .doesNotContain("told nothing about them");
    AlertPage another = page(Samples.school(), "p-dsl-tumbledown");
    assertThat(another.silentFeeds()).isEqualTo(new SilentFeeds(List.of(), List.of(line)));
    assertThat(Rendered.text(new StaticTemplates().alert(Rendered.CHROME, another)))
        .contains("1 feed is silent that has told nothing about them so far", line);
    AlertPage answered = page(answered("p-mash-manager"), "p-mash-manager");
    assertThat(answered.silentFeeds()).isEqualTo(open.silentFeeds());
    assertThat(page(Samples.withdrawn(Samples.neglect()), "p-mash-manager").silentFeeds().any())
        .isFalse();
  }

  @Test
  void otherAlertsAboutTheSameChildAreNamedToWhoeverMayOpenThem() {
    Alert other = Samples.another("a-other", Samples.neglect());
    store.put(other);

    AlertPage page = page(Samples.neglect(), "p-mash-manager");

    assertThat(page.others())
        .singleElement()
        .satisfies(
            shown -> {
              assertThat(shown.path()).isEqualTo("/alerts/a-other");
              assertThat(shown.what())
                  .isEqualTo(
                      "Neglect noticed by several agencies; Not brought to health appointments");
            });
    assertThat(Rendered.text(new StaticTemplates().alert(Rendered.CHROME, page)))
        .contains("Other alerts about them that you may open", "/alerts/a-other")
        .as("what is the school's own alert about the same child is not theirs to open")
        .doesNotContain("/alerts/a-school");
  }

  private static RunningClock clock(String what, Duration passed, Duration left, HandlingClass of) {
    return new RunningClock(what, Samples.NOW.minus(passed), Samples.NOW.plus(left), of);
  }

  @Test
  void anOpenAlertSaysWhatIsDue() {
    store.putClock(
        clock(
            "A notice to the school", Duration.ofHours(8), Duration.ofHours(2), HandlingClass.H0));
    store.putClock(clock("A visit", Duration.ofHours(7), Duration.ofHours(2), HandlingClass.H1));
    store.putClock(
        clock("SECRET-OF-H3", Duration.ofHours(7), Duration.ofHours(2), HandlingClass.H3));
    store.putClock(clock("What has run out", Duration.ofHours(7), Duration.ZERO, HandlingClass.H0));

    AlertPage open = page(Samples.neglect(), "p-mash-manager");
    assertThat(open.clocks())
        .extracting(AlertPage.ClockLine::what, AlertPage.ClockLine::nearlyOut)
        .containsExactly(tuple("A notice to the school", true), tuple("A visit", false));
    assertThat(Rendered.text(new StaticTemplates().alert(Rendered.CHROME, open)))
        .contains("What is due", "A notice to the school: due today", "little time left")
        .doesNotContain("SECRET-OF-H3");
    assertThat(page(answered("p-mash-manager"), "p-mash-manager").clocks())
        .as("an answer meets no clock")
        .isEqualTo(open.clocks());
    assertThat(page(Samples.withdrawn(Samples.neglect()), "p-mash-manager").clocks()).isEmpty();
  }

  @Test
  void anAlertSaysOverWhichChannelWhomItReachedAndWhichFailedBefore() {
    delivery(DeliveryLine.Channel.WEBHOOK, DeliveryLine.Outcome.NEXT_CHANNEL, 1);
    delivery(DeliveryLine.Channel.TEXT, DeliveryLine.Outcome.HANDED_OVER, 2);
    delivery(DeliveryLine.Channel.EMAIL, DeliveryLine.Outcome.UNDELIVERABLE, 3);

    assertThat(page(Samples.neglect(), "p-mash-manager").told())
        .map(line -> line.substring(0, line.indexOf(',')))
        .containsSubsequence(
            "Marigold Thistleby was told by e-mail",
            "Corwin Ashgrove could not be told by webhook; another way is tried",
            "Corwin Ashgrove was sent a message by text message; it is not known yet whether it"
                + " arrived",
            "Corwin Ashgrove could not be told by e-mail");
  }

  private void delivery(DeliveryLine.Channel channel, DeliveryLine.Outcome outcome, int minute) {
    store.putDelivery(
        "a-neglect",
        new DeliveryLine(
            "p-mash-deputy",
            channel,
            outcome,
            minute,
            Instant.parse("2026-03-24T08:10:00Z").plusSeconds(60L * minute)));
  }

  @Test
  void whatIsDueAtMidnightIsDueTheDayBefore() {
    Instant midnight = Instant.parse("2026-04-10T23:00:00Z");
    store.putClock(new RunningClock("A visit", Samples.NOW, midnight, HandlingClass.H0));
    assertThat(page(Samples.neglect(), "p-mash-manager").clocks())
        .singleElement()
        .satisfies(line -> assertThat(line.due()).endsWith("10 April 23:59"));
  }

  @Test
  void theNamedNurseSeesTheItemThatHealthHolds() {
    String html =
        Rendered.text(
            new StaticTemplates().alert(Rendered.CHROME, page(Samples.neglect(), "p-named-nurse")));

    assertThat(html)
        .contains("SECRET-OF-H2", "20 March", "Two appointments missed")
        .doesNotContain("further item");
  }

  @Test
  void anEventThatIsStricterThanItsEvidenceSaysIsHeldBack() {
    Alert alert = Samples.neglect();
    store.putEvent(
        Samples.CHILD, Samples.strictest(store.events(List.of("e3"), List.of()).getFirst()));

    String html =
        Rendered.text(new StaticTemplates().alert(Rendered.CHROME, page(alert, "p-mash-manager")));

    assertThat(html)
        .contains("1 further item held by Housing, ask the police MASH lead")
        .doesNotContain("no bedding");
  }

  @Test
  void nobodyWhoHasNoRoleIsToldThatTheListIsMerelyEmpty() {
    ListPage analyst = list("p-worker", Shelf.WAITING);

    assertThat(analyst.rows()).isEmpty();
    assertThat(analyst.emptyText())
        .isEqualTo("Nothing is waiting for you. New alerts appear here.");
  }

  @Test
  void aStewardIsToldHowManyQuestionsAreOpen() {
    store.openTasks(3);

    assertThat(list("p-identity-steward", Shelf.WAITING).stewardText())
        .contains("3 identity questions are open.");
    assertThat(list("p-mash-manager", Shelf.WAITING).stewardText()).isEmpty();
  }

  @Test
  void anAnswerWaitsForConfirmationUntilTheAlertComesBack() {
    answerBy("p-mash-manager");

    AlertPage waiting = page(Samples.neglect(), "p-mash-manager");
    assertThat(waiting.status().pending())
        .contains("Your answer is recorded, waiting for confirmation: I will act on this.");
    assertThat(waiting.form()).isEmpty();

    AlertPage confirmed = page(answered("p-mash-manager"), "p-mash-manager");
    assertThat(confirmed.status().pending()).isEmpty();
    assertThat(confirmed.status().conflict()).isEmpty();
    assertThat(confirmed.status().answer().orElseThrow().who()).isEqualTo("You");
    assertThat(confirmed.form()).isEmpty();
  }

  @Test
  void anAnswerThatCameSecondIsExplained() {
    answerBy("p-mash-manager");

    AlertPage page = page(answered("p-mash-deputy"), "p-mash-manager");

    assertThat(page.status().conflict().orElseThrow())
        .startsWith("Corwin Ashgrove answered before");
    assertThat(page.status().answer().orElseThrow().who()).isEqualTo("Corwin Ashgrove");
  }

  @Test
  void anAnswerToAnOlderPictureAsksForAnotherReading() {
    answerBy("p-mash-manager");

    AlertPage page = page(Samples.withVersion(Samples.neglect(), 2), "p-mash-manager");

    assertThat(page.status().pending()).isEmpty();
    assertThat(page.status().conflict().orElseThrow()).contains("changed after you answered");
    assertThat(page.form()).isPresent();
  }

  @Test
  void whatAgenciesWroteCannotBreakOutOfThePage() {
    store.putClaims("c-teasel", Samples.sealed("{\"fullName\":\"<script>x</script>\"}"));
    MemoryAlerts hostile = new MemoryAlerts();
    hostile.put(Samples.missing());
    hostile.putClaims("c-teasel", Samples.sealed("{\"fullName\":\"<script>x</script>\"}"));
    ListPage page =
        listPages(hostile, new PersonLabels(hostile, Samples::open))
            .page(Reader.of(DIRECTORY, "p-la-missing"), ListQuery.of(Shelf.WAITING), Samples.NOW);

    assertThat(Rendered.text(new StaticTemplates().listPart(page)))
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
  }

  private void answerBy(String person) {
    store.record(
        SentAction.on(
            Samples.neglect(),
            "action-1",
            person,
            Samples.NOW,
            new SentAction.What.Acknowledged(Decision.ACT, Samples.sealed("visit today"))));
  }

  private static Alert answered(String person) {
    return Samples.answered(
        Samples.neglect(),
        new Alert.Acknowledgement(
            Decision.ACT,
            Samples.sealed("visit today"),
            person,
            Instant.parse("2026-03-24T10:20:00Z")));
  }

  private AlertPage page(Alert alert, String person) {
    return alertPages.page(
        alert,
        Reader.of(DIRECTORY, person),
        Samples.NOW,
        "action-word",
        Optional.<AlertPages.Resubmission>empty());
  }

  private ListPage list(String person, Shelf shelf) {
    return listPages.page(Reader.of(DIRECTORY, person), ListQuery.of(shelf), Samples.NOW);
  }
}
