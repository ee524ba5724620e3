package org.safeguardinghub.connectors.education.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.connectors.drop.Door;
import org.safeguardinghub.connectors.education.form.MarksPage;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.fakes.InMemoryReceipts;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.connectors.intake.fakes.RecordingSender;
import org.safeguardinghub.connectors.intake.fakes.Senders;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.sealing.HubKeys;

/** A real server that fails in the middle, and the real checks of the intake. */
class PollerTest {
  private static final MarksPage PAGES = new MarksPage(EventCatalogue.load(), "CA2004-S16LA");

  /** What the source has: by cursor, three pages of two marks, the last of which has no event. */
  private static final Map<String, String> CONTENT =
      Map.of(
          "", page(1, "c1", true),
          "c1", page(3, "c2", true),
          "c2", page(5, "c3", false),
          "still", page(7, "still", true),
          "c3", "{\"marks\": [], \"next\": \"c3\", \"more\": false}");

  @TempDir Path folder;
  private final List<String> asked = new ArrayList<>();
  private final Deque<Integer> faults = new ArrayDeque<>();
  private final RecordingSender sender = new RecordingSender();
  private final InMemoryReceipts receipts = new InMemoryReceipts();
  private final Intake intake =
      Intake.of(
          "connector-education",
          HubKeys.generate(),
          receipts,
          sender,
          Runnable::run,
          InstantSource.fixed(Messages.NOW));
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/marks", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aRestartGoesOnAtTheCheckpoint() throws Exception {
    try (Source source = source()) {
      Poller first = poller(source, intake::ready);
      assertThat(first.step()).isEqualTo(new Poller.Step.Taken(2, true));
      faults.add(503);
      assertThat(first.step()).isInstanceOf(Poller.Step.Again.class);
      Poller second = poller(source, intake::ready);
      assertThat(second.step()).isEqualTo(new Poller.Step.Taken(2, true));
      assertThat(second.step()).isEqualTo(new Poller.Step.Taken(2, false));
      assertThat(second.step()).isEqualTo(new Poller.Step.Taken(0, false));
    }
    assertThat(asked).containsExactly("", "c1", "c1", "c2", "c3");
    assertThat(sender.on("concerns.thistledown-primary.v1")).hasSize(6);
  }

  @Test
  void aPageThatWasRecordedWithoutItsCheckpointIsSentAgainAndTakenOnce() throws Exception {
    Door ends =
        Door.inOneStep(
            (feed, submissions) -> {
              intake.submitAll(feed, submissions);
              throw new IllegalStateException("the process ends here");
            });
    try (Source source = source()) {
      Poller dying = poller(source, ends);
      assertThatIllegalStateException().isThrownBy(dying::step);
      Poller next = poller(source, intake::ready);
      assertThat(next.step()).isEqualTo(new Poller.Step.Taken(2, true));
    }
    assertThat(asked).containsExactly("", "");
    assertThat(sender.on("concerns.thistledown-primary.v1")).hasSize(2);
  }

  @Test
  void whileTheDatabaseIsAwayTheCheckpointStands() throws Exception {
    try (Source source = source()) {
      Poller poller = poller(source, intake::ready);
      receipts.failAfter(0);
      assertThat(poller.step()).isInstanceOf(Poller.Step.Again.class);
      receipts.comeBack();
      assertThat(poller.step()).isEqualTo(new Poller.Step.Taken(2, true));
    }
    assertThat(asked).containsExactly("", "");
  }

  @ParameterizedTest
  @CsvSource({"500, 1", "429, 90", "302, 600", "401, 600", "404, 600"})
  void waitsByWhatTheSourceSays(int status, long seconds) throws Exception {
    faults.add(status);
    try (Source source = source()) {
      assertThat(poller(source, intake::ready).step())
          .isEqualTo(new Poller.Step.Again("status " + status, Duration.ofSeconds(seconds)));
    }
  }

  @Test
  void aSourceThatIsNotThereIsAskedAgain() throws Exception {
    server.stop(0);
    try (Source source = source()) {
      assertThat(poller(source, intake::ready).step()).isInstanceOf(Poller.Step.Again.class);
    }
  }

  @Test
  void eachFailureWaitsLongerUpToABoundAndSpread() {
    List<Duration> waits =
        IntStream.rangeClosed(1, 12).mapToObj(n -> Backoff.after(n, Optional.empty(), 1)).toList();
    assertThat(waits).isSorted().startsWith(Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(waits.getLast()).isEqualTo(Backoff.LONGEST);
    assertThat(Backoff.after(3, Optional.empty(), 0)).isEqualTo(Duration.ofSeconds(4));
    assertThat(Backoff.after(1, Optional.of(Duration.ofDays(9)), 0)).isEqualTo(Backoff.LONGEST);
  }

  @Test
  void aCursorThatStandsStillMovesNothing() throws Exception {
    new Checkpoint(folder.resolve("school.cursor")).write("still");
    try (Source source = source()) {
      assertThat(poller(source, intake::ready).step())
          .isEqualTo(new Poller.Step.Again("the cursor stands still", Backoff.LONGEST));
    }
    assertThat(sender.sent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://192.0.2.1/marks", "ftp://127.0.0.1/marks", "marks", "::"})
  void namesOfPupilsDoNotTravelInClear(String url) throws IOException {
    Path file = Files.writeString(folder.resolve("poll.properties"), "url=" + url + "\n");
    AppSettings settings = AppSettings.load(file);
    assertThatThrownBy(
            () -> AttendancePolling.start(settings, folder, Senders.all(), intake::ready, PAGES))
        .isInstanceOf(AppSettings.SettingsFault.class)
        .hasMessageContaining("https");
  }

  @Test
  void pollsUntilTheSourceHasNoMore() throws Exception {
    Files.writeString(folder.resolve("token"), "secret\n");
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/marks?school=7";
    Path file =
        Files.writeString(
            folder.resolve("poll.properties"),
            "url=%s\nfeed=%s\ntoken.file=%s\n"
                .formatted(url, Senders.SCHOOL.name(), folder.resolve("token")));
    CountDownLatch pages = new CountDownLatch(3);
    Door door =
        (feed, submissions) -> {
          pages.countDown();
          return intake.ready(feed, submissions);
        };
    AttendancePolling polling =
        AttendancePolling.start(AppSettings.load(file), folder, Senders.all(), door, PAGES);
    assertThat(pages.await(30, TimeUnit.SECONDS)).isTrue();
    polling.close();
    assertThat(new Checkpoint(folder.resolve("poll/" + Senders.SCHOOL.name() + ".cursor")).read())
        .contains("c3");
    assertThat(sender.on("concerns.thistledown-primary.v1")).hasSize(6);
  }

  @Test
  void whatIsNoPageIsNotRead() {
    assertThat(PAGES.read("{\"marks\": []}".getBytes(UTF_8))).isEmpty();
    assertThat(PAGES.read("<html/>".getBytes(UTF_8))).isEmpty();
  }

  private Poller poller(Source source, Door door) {
    Checkpoint checkpoint = new Checkpoint(folder.resolve("school.cursor"));
    return new Poller(Senders.SCHOOL, source, PAGES, door, checkpoint, () -> 0);
  }

  private Source source() {
    return new Source(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/marks?school=7"),
        "secret");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    String cursor = query.contains("&cursor=") ? query.replaceFirst(".*&cursor=", "") : "";
    asked.add(cursor);
    Integer fault = faults.poll();
    boolean known = "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] body = CONTENT.getOrDefault(cursor, "").getBytes(UTF_8);
    if (fault != null && fault == 429) {
      exchange.getResponseHeaders().set("Retry-After", "90");
    }
    exchange.sendResponseHeaders(fault != null ? fault : known ? 200 : 401, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String page(int from, String next, boolean more) {
    String mark =
        """
        {"date": "2026-02-27", "session": "AM", "pupilId": "p%d", "forenames": "Tansy", "surname": "Fernwick",
         "dob": "2017-03-11", "code": "N"}""";
    String without = mark.formatted(99).replace("\"N\"", "\"M\"");
    return "{\"marks\": [%s, %s, %s], \"next\": \"%s\", \"more\": %s}"
        .formatted(mark.formatted(from), without, mark.formatted(from + 1), next, more);
  }
}
