package org.safeguardinghub.connectors.drop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Reading;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.intake.Ready;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.slf4j.LoggerFactory;

class FeedFolderTest {
  private static final DropSettings SETTINGS =
      new DropSettings(
          Set.of(OriginFamily.EDU),
          List.of(new NoteForm()),
          List.of(".csv"),
          DropSettings.SIXTEEN_MEBIBYTES,
          Map.of("/type", "type"));
  private static final String LOG = NoteForm.HEADER;
  private static final String MARKER = "Quibblewort";
  private static final Feed SCHOOL =
      new Feed(
          "thistledown-primary",
          "thistledown",
          "Thistledown",
          Set.of(OriginFamily.EDU),
          "u",
          "p",
          "00",
          OptionalInt.empty());

  @TempDir Path drop;
  private final Register register = new Register();
  private Folders folders;
  private FeedFolder folder;

  @BeforeEach
  void start() throws IOException {
    folders = Folders.create(drop.resolve("drop"), SCHOOL.name());
    restart();
  }

  @Test
  void takesAFileAtRestAndWritesAResultForEveryRow() throws IOException {
    drop(
        "log.csv",
        LOG
            + row("a", "EDU-NEG-01")
            + row("b", "EDU-XXX-99")
            + row("a", "EDU-NEG-01")
            + row("=1+1", "EDU-NEG-01"));
    folder.look();
    assertThat(register.received).isEmpty();
    folder.look();
    assertThat(results("log"))
        .containsExactly(
            "row,recordId,outcome,step,reason,whatToDo,receiptId",
            "2,a,ACCEPTED,,,nothing,r-a",
            "3,b,REFUSED,CATALOGUE,UNKNOWN_TYPE,column type: use an event type of the catalogue,r-b",
            "4,a,REPEATED,DUPLICATE,ROW_REPEATED,\"nothing: the same as row 2, whose result holds\",",
            "5,'=1+1,ACCEPTED,,,nothing,r-=1+1");
    assertThat(names(folders.done())).containsExactly("log.csv", "log.csv.results.csv");
    assertThat(names(folders.in())).isEmpty();
    assertThat(names(folders.work())).isEmpty();
  }

  @Test
  void aRowThatItsFormRefusesHasAReceiptThatFollowsFromWhatItSays() throws IOException {
    drop("log.csv", LOG + row("a", "EDU-NEG-01") + "b,EDU-NEG-01\n" + "c,EDU-NEG-01\n");
    looks();
    drop("later.csv", LOG + "c,EDU-NEG-01\n" + row("d", "EDU-NEG-01") + "b,EDU-NEG-01\n");
    looks();
    List<String> first = results("log");
    List<String> later = results("later");
    assertThat(first.get(2)).startsWith("3,,REFUSED,FORM,CELL_COUNT,this row has 2 cells");
    assertThat(receipt(first.get(2))).isNotEmpty().isNotEqualTo(receipt(first.get(3)));
    assertThat(receipt(later.get(1))).isEqualTo(receipt(first.get(3)));
    assertThat(receipt(later.get(3))).isEqualTo(receipt(first.get(2)));
    assertThat(register.unmade).hasSize(2);
    assertThat(register.unmade.get(receipt(first.get(2))))
        .satisfies(
            refusal -> {
              assertThat(refusal.pointer()).hasValue("row 3");
              assertThat(refusal.explanation()).doesNotContain("EDU");
            });
  }

  @Test
  void whatCouldNotBeSaidOfARecordStandsInItsResult() throws IOException {
    drop("log.csv", LOG + "a,EDU-NEG-01," + NoteForm.UNSAID + "\n");
    looks();
    assertThat(results("log").getLast())
        .isEqualTo("2,a,ACCEPTED,,ATTRIBUTE_LEFT_OUT,column words: left out,r-a");
    drop("again.csv", LOG + "a,EDU-NEG-01," + NoteForm.UNSAID + "\n");
    looks();
    assertThat(results("again").getLast())
        .isEqualTo("2,a,ACCEPTED,,RECEIVED_BEFORE,column words: left out,r-a");
  }

  @Test
  void whatIsNoRowIsKnownAgainByItsFileAndPlace() throws IOException {
    String broken = LOG + row("a", "EDU-NEG-01") + "\"b\"x,EDU-NEG-01,y\n";
    drop("log.csv", broken);
    drop("same.csv", broken);
    drop("other.csv", broken + row("c", "EDU-NEG-01"));
    looks();
    assertThat(results("log").get(2)).startsWith("3,,REFUSED,FORM,QUOTES,");
    assertThat(receipt(results("same").get(2))).isEqualTo(receipt(results("log").get(2)));
    assertThat(receipt(results("other").get(2))).isNotEqualTo(receipt(results("log").get(2)));
  }

  @Test
  void aCrashAfterRefusalsWereRecordedCountsThemOnce() throws IOException {
    drop("log.csv", LOG + "b,EDU-NEG-01\n" + row("a", "EDU-NEG-01") + "\"c\"x,y,z\n");
    register.crashAfterBatch = Optional.of(1);
    assertThatThrownBy(this::looks).isInstanceOf(Register.Crash.class);
    restart();
    folder.look();
    assertThat(results("log")).hasSize(4);
    assertThat(register.unmade).hasSize(2);
  }

  private static String receipt(String line) {
    return line.substring(line.lastIndexOf(',') + 1);
  }

  @Test
  void leavesFilesUnderWayAlone() throws IOException {
    drop("log.csv.part", LOG + row("a", "EDU-NEG-01"));
    drop("log.csv.tmp", LOG + row("a", "EDU-NEG-01"));
    drop("log.csv.filepart", LOG + row("a", "EDU-NEG-01"));
    drop(".log.csv", LOG + row("a", "EDU-NEG-01"));
    drop("growing.csv", LOG);
    drop("empty.csv", "");
    Files.createDirectory(folders.in().resolve("folder.csv"));
    for (int i = 0; i < 3; i++) {
      folder.look();
      Files.writeString(
          folders.in().resolve("growing.csv"),
          row("g" + i, "EDU-NEG-01"),
          StandardOpenOption.APPEND);
    }
    assertThat(register.received).isEmpty();
    assertThat(names(folders.in()))
        .containsExactlyInAnyOrder(
            "log.csv.part",
            "log.csv.tmp",
            "log.csv.filepart",
            ".log.csv",
            "growing.csv",
            "empty.csv",
            "folder.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "EDU, '(School marks; Anybody)', Housing",
    "HSG, '(Anybody)', School",
  })
  void aFileOfNoFormIsToldWhichFormsAnAgencyLikeItsSenderSends(
      OriginFamily marks, String named, String unnamed) throws IOException {
    DropSettings several =
        new DropSettings(
            SETTINGS.families(),
            List.of(
                new Foreign("School marks", Set.of(marks)),
                new Foreign("Housing cases", Set.of(OriginFamily.HSG)),
                new Foreign("Anybody", Set.of())),
            SETTINGS.endings(),
            SETTINGS.largestWhole(),
            SETTINGS.columns());
    drop("log.csv", "what,ever\n1,2\n");
    drop("blank.csv", "\n \n");
    drop("broken.csv", "{\"half\": [1, 2");
    folder = folder(several, register, new Stop());
    looks();
    assertThat(results("log").getLast()).contains("NO_FORM", named).doesNotContain(unnamed);
    assertThat(results("blank").getLast()).contains("EMPTY_FILE");
    assertThat(results("broken").getLast()).contains("MALFORMED_JSON");
  }

  @Test
  void refusesAnEmptyFileOnceItIsOld() throws IOException {
    drop("empty.csv", "");
    Files.setLastModifiedTime(
        folders.in().resolve("empty.csv"), FileTime.from(Instant.now().minusSeconds(60)));
    looks();
    assertThat(results("empty")).last().asString().startsWith("1,,REFUSED,FORM,EMPTY_FILE,");
  }

  @Test
  void refusesLinksAndNeverReadsWhatTheyPointTo() throws IOException {
    Path secret = Files.writeString(drop.resolve("secret.csv"), LOG + row("a", "EDU-NEG-01"));
    Files.createSymbolicLink(folders.in().resolve("log.csv"), secret);
    Files.createSymbolicLink(folders.in().resolve("gone.csv"), drop.resolve("nowhere"));
    looks();
    assertThat(register.received).isEmpty();
    assertThat(results("log")).last().asString().startsWith("1,,REFUSED,FORM,NOT_A_FILE,");
    assertThat(results("gone")).last().asString().startsWith("1,,REFUSED,FORM,NOT_A_FILE,");
    assertThat(register.unmade)
        .containsOnlyKeys(receipt(results("log").getLast()), receipt(results("gone").getLast()));
    assertThat(secret).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a..b.csv",
        "=cmd.csv",
        "-rf.csv",
        "a\\b.csv",
        "a\nb.csv",
        "x.results.csv",
        "refused-name.csv",
        "ü.csv",
        "a%2fb.csv"
      })
  void refusesTrickyNames(String name) throws IOException {
    drop(name, LOG + row("a", "EDU-NEG-01"));
    looks();
    assertThat(register.received).isEmpty();
    assertThat(results("refused-name")).last().asString().startsWith("1,,REFUSED,FORM,FILE_NAME,");
    assertThat(register.unmade).containsOnlyKeys(receipt(results("refused-name").getLast()));
  }

  @Test
  void aFileThatIsNotReadWaitsForTheStoreToo() throws IOException {
    Files.createSymbolicLink(folders.in().resolve("gone.csv"), drop.resolve("nowhere"));
    register.unavailable = 1;
    looks();
    assertThat(results("gone")).last().asString().startsWith("1,,REFUSED,FORM,NOT_A_FILE,");
    assertThat(register.unmade).hasSize(1);
  }

  @Test
  void aSecondFileOfTheSameNameKeepsBoth() throws IOException {
    for (String id : List.of("a", "b", "c")) {
      drop("log.csv", LOG + row(id, "EDU-NEG-01"));
      looks();
    }
    assertThat(results("log")).last().asString().startsWith("2,a,");
    assertThat(results("log-2")).last().asString().startsWith("2,b,");
    assertThat(results("log-3")).last().asString().startsWith("2,c,");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void aCrashBetweenReceivingAndWritingNeitherLosesNorRepeats(int batch) throws IOException {
    int rows = 4 * ReadAhead.BATCH + 50;
    drop("log.csv", LOG + rows(rows));
    register.crashAfterBatch = Optional.of(batch);
    assertThatThrownBy(this::looks).isInstanceOf(Register.Crash.class);
    restart();
    folder.look();
    assertEveryRowOnce(rows);
    // 5 batches, the crashed one sent again
    assertThat(register.batches).hasSize(6);
  }

  @Test
  void aCrashAnywhereInWritingResultsNeitherLosesNorRepeats() throws IOException {
    drop("log.csv", LOG + rows(450));
    looks();
    byte[] whole = Files.readAllBytes(folders.done().resolve("log.csv.results.csv"));
    for (int cut = 0; cut <= whole.length; cut += 97) {
      Files.move(folders.done().resolve("log.csv"), folders.work().resolve("log.csv"));
      Files.delete(folders.done().resolve("log.csv.results.csv"));
      Files.write(
          folders.work().resolve("log.csv.results.csv"), java.util.Arrays.copyOf(whole, cut));
      restart();
      folder.look();
      assertEveryRowOnce(450);
    }
  }

  @Test
  void aCrashBetweenTheTwoMovesIsFinished() throws IOException {
    drop("log.csv", LOG + rows(3));
    looks();
    Files.move(folders.done().resolve("log.csv"), folders.work().resolve("log.csv"));
    restart();
    folder.look();
    assertEveryRowOnce(3);
    assertThat(register.batches).hasSize(1);
    assertThat(names(folders.work())).isEmpty();
  }

  @Test
  void aFileThatGrowsAfterItWasTakenSaysSo() throws IOException {
    drop("log.csv", LOG + row("a", "EDU-NEG-01"));
    Path work = folders.work().resolve("log.csv");
    Door late =
        (feed, submissions) -> {
          try {
            Files.writeString(work, row("b", "EDU-NEG-01"), StandardOpenOption.APPEND);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
          return register.ready(feed, submissions);
        };
    folder = folder(late, new Stop());
    looks();
    assertThat(results("log"))
        .hasSize(3)
        .last()
        .asString()
        .startsWith("3,,REFUSED,FORM,FILE_GREW,");
    assertThat(register.unmade).containsOnlyKeys(receipt(results("log").getLast()));
  }

  @Test
  void waitsForTheStoreAndGoesOn() throws IOException {
    drop("log.csv", LOG + rows(ReadAhead.BATCH + 1));
    register.unavailable = 1;
    looks();
    assertEveryRowOnce(ReadAhead.BATCH + 1);
    assertThat(register.batches).containsExactly(ReadAhead.BATCH, 1);
  }

  @Test
  void whileABatchIsRecordedTheNextIsRead() throws IOException {
    drop("log.csv", LOG + rows(ReadAhead.BATCH + 1));
    CountDownLatch read = new CountDownLatch(2);
    folder =
        folder(
            (feed, submissions) -> {
              read.countDown();
              Ready ready = register.ready(feed, submissions);
              return () -> {
                assertThat(awaited(read)).isTrue();
                return ready.record();
              };
            },
            new Stop());
    looks();
    assertEveryRowOnce(ReadAhead.BATCH + 1);
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aStopWhileWaitingLeavesTheFileForTheNextStart() throws IOException {
    drop("log.csv", LOG + rows(2));
    Stop stop = new Stop();
    folder =
        folder(
            (_, _) ->
                () -> {
                  stop.stop();
                  throw new StoreUnavailable("08001");
                },
            stop);
    looks();
    assertThat(names(folders.work())).contains("log.csv");
    restart();
    folder.look();
    assertEveryRowOnce(2);
  }

  @Test
  void refusesATooLargeFile() throws IOException {
    drop("log.csv", "other," + LOG + "x".repeat(DropSettings.SIXTEEN_MEBIBYTES));
    looks();
    assertThat(results("log"))
        .last()
        .asString()
        .startsWith("1,,REFUSED,FORM,FILE_TOO_LARGE,")
        .contains("at most 16 MiB each");
  }

  @Test
  void itStandsBesideTheFolderWhatIsTaken() throws IOException {
    Path own = drop.resolve("watched").resolve(SCHOOL.name());
    assertThat(Takes.read(own))
        .isEqualTo(new Takes(List.of(), DropSettings.SIXTEEN_MEBIBYTES, List.of(".csv")));
    try (DropWatch _ =
        DropWatch.start(drop.resolve("watched"), List.of(SCHOOL), SETTINGS, register)) {
      assertThat(Takes.read(own))
          .isEqualTo(new Takes(List.of(".csv"), DropSettings.SIXTEEN_MEBIBYTES, List.of(".csv")));
    }
  }

  @Test
  void onlyTheOwnerMayEnterAndRead() throws IOException {
    drop("log.csv", LOG + rows(1));
    looks();
    for (Path path : List.of(folders.in(), folders.work(), folders.done())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
    Path results = folders.done().resolve("log.csv.results.csv");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(results)))
        .isEqualTo("rw-------");
  }

  @Test
  void noLogLineHasACellOrAFileName() throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger("org.safeguardinghub.connectors.drop");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root.setLevel(Level.TRACE);
    root.addAppender(lines);
    try {
      register.unavailable = 1;
      drop(MARKER + ".csv", LOG + row(MARKER, MARKER) + row(MARKER, "EDU-NEG-01") + MARKER);
      drop(MARKER + ".xlsx", MARKER);
      drop("=" + MARKER + ".csv", MARKER);
      looks();
    } finally {
      root.detachAppender(lines);
      root.setLevel(null);
    }
    assertThat(lines.list).hasSizeGreaterThan(3);
    assertThat(lines.list)
        .allSatisfy(line -> assertThat(line.getFormattedMessage()).doesNotContain(MARKER));
    assertThat(lines.list).allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull());
  }

  private void assertEveryRowOnce(int rows) throws IOException {
    assertThat(
            results("log").stream()
                .skip(1)
                .map(line -> line.split(",", -1)[0] + line.split(",", -1)[1]))
        .containsExactlyElementsOf(
            IntStream.range(0, rows).mapToObj(i -> (i + 2) + "id" + i).toList());
    assertThat(register.received).hasSize(rows);
  }

  private void restart() {
    folder = folder(register, new Stop());
    register.crashAfterBatch = Optional.empty();
  }

  private FeedFolder folder(Door door, Stop stop) {
    return folder(SETTINGS, door, stop);
  }

  private FeedFolder folder(DropSettings settings, Door door, Stop stop) {
    return new FeedFolder(
        SCHOOL,
        settings.endings(),
        folders,
        new FileRun(settings, door, stop, Duration.ZERO),
        new Lists(settings.forms(), folders),
        stop,
        InstantSource.system());
  }

  /** A form that no file of these tests is. */
  private record Foreign(String title, Set<OriginFamily> families) implements Form {
    @Override
    public String name() {
      return title;
    }

    @Override
    public boolean recognises(Received received) {
      return false;
    }

    @Override
    public Reading read(Received received) {
      throw new IllegalStateException("not recognised");
    }
  }

  private void looks() throws IOException {
    folder.look();
    folder.look();
  }

  private void drop(String name, String text) throws IOException {
    Files.writeString(folders.in().resolve(name), text, UTF_8);
  }

  private List<String> results(String name) throws IOException {
    return Files.readAllLines(folders.done().resolve(name + ".csv.results.csv"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String rows(int count) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, count).forEach(i -> text.append(row("id" + i, "EDU-NEG-01")));
    return text.toString();
  }

  private static String row(String id, String type) {
    return id + "," + type + "," + MARKER + " was hungry\n";
  }
}
