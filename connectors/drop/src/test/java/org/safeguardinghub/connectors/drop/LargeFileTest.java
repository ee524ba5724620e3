package org.safeguardinghub.connectors.drop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** Files that are larger than what may be in memory at once. */
class LargeFileTest {
  private static final int WHOLE = 1000;
  private static final int ROWS = 3 * ReadAhead.BATCH + 77;

  @TempDir Path drop;
  private final Register register = new Register();
  private Folders folders;
  private FeedFolder folder;

  @BeforeEach
  void start() throws IOException {
    folders = Folders.create(drop, "heronsgate-primary");
    folder = folder(WHOLE, register);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void readInPiecesSaysTheSameAsReadWhole(long seed) throws IOException {
    String text = NoteForm.HEADER + someRows(new Random(seed));
    folder = folder(10_000_000, register);
    drop("whole.csv", text);
    finish();
    folder = folder(WHOLE, new Register());
    drop("pieces.csv", text);
    finish();
    assertThat(results("pieces"))
        .as("seed %d", seed)
        .hasSizeGreaterThan(ROWS)
        .isEqualTo(results("whole"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aCrashNeitherLosesNorRepeats(int batch) throws IOException {
    drop("log.csv", NoteForm.HEADER + rows());
    register.crashAfterBatch = Optional.of(batch);
    assertThatThrownBy(this::finish).isInstanceOf(Register.Crash.class);
    register.crashAfterBatch = Optional.empty();
    folder = folder(WHOLE, register);
    finish();
    assertThat(results("log")).hasSize(ROWS + 1);
    assertThat(results("log").stream().map(line -> line.split(",", -1)[0])).doesNotHaveDuplicates();
    assertThat(register.received).hasSize(ROWS);
    assertThat(register.batches).hasSize(5);
  }

  @Test
  void othersHaveTheirTurnInBetween() throws IOException {
    drop("log.csv", NoteForm.HEADER + rows());
    folder.look();
    folder.look();
    assertThat(register.batches).hasSize(1);
    assertThat(folder.more()).isTrue();
    finish();
    assertThat(folder.more()).isFalse();
    assertThat(results("log")).hasSize(ROWS + 1);
  }

  @Test
  void theNextFileOfTheSameFeedWaits() throws IOException {
    drop("a.csv", NoteForm.HEADER + rows());
    folder.look();
    drop("b.csv", NoteForm.HEADER + "z,EDU-NEG-01,hungry\n");
    for (int look = 0; look < 3; look++) {
      folder.look();
      assertThat(register.received).doesNotContainKey("z");
    }
    finish();
    assertThat(register.received.keySet()).last().isEqualTo("z");
  }

  @Test
  void aBatchOfLongRowsIsShort() throws IOException {
    String words = "x".repeat(100_000);
    StringBuilder text = new StringBuilder(NoteForm.HEADER);
    for (int i = 0; i < 40; i++) {
      text.append(i).append(",EDU-NEG-01,").append(words).append('\n');
    }
    drop("log.csv", text.toString());
    finish();
    int most = ReadAhead.BATCH_BYTES / words.length() + 1;
    assertThat(register.batches)
        .hasSizeGreaterThan(2)
        .allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(most));
    assertThat(register.received).hasSize(40);
  }

  @Test
  void whatIsAddedWhileItIsReadIsToldAndNotRead() throws IOException {
    drop("log.csv", NoteForm.HEADER + rows());
    folder.look();
    folder.look();
    Files.writeString(
        folders.work().resolve("log.csv"), "late,EDU-NEG-01,x\n", StandardOpenOption.APPEND);
    finish();
    assertThat(results("log")).last().asString().contains("REFUSED,FORM,FILE_GREW");
    assertThat(register.received).hasSize(ROWS).doesNotContainKey("late");
  }

  private FeedFolder folder(int whole, Door door) {
    DropSettings settings =
        new DropSettings(
            Set.of(OriginFamily.EDU),
            List.of(new NoteForm()),
            List.of(".csv"),
            whole,
            Map.of("/type", "type"));
    Feed feed =
        new Feed(
            "heronsgate-primary",
            "heronsgate",
            "Heronsgate",
            Set.of(OriginFamily.EDU),
            "u",
            "p",
            "00",
            OptionalInt.empty());
    Stop stop = new Stop();
    return new FeedFolder(
        feed,
        settings.endings(),
        folders,
        new FileRun(settings, door, stop, Duration.ZERO),
        new Lists(settings.forms(), folders),
        stop,
        InstantSource.system());
  }

  /** Looks until nothing is left to do. */
  private void finish() throws IOException {
    for (int look = 0; look < 50 && (look < 2 || folder.more()); look++) {
      folder.look();
    }
    folder.look();
    folder.look();
    while (folder.more()) {
      folder.look();
    }
  }

  private void drop(String name, String text) throws IOException {
    Files.writeString(folders.in().resolve(name), text, UTF_8);
  }

  private List<String> results(String name) throws IOException {
    return Files.readAllLines(folders.done().resolve(name + ".csv.results.csv"));
  }

  private static String rows() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      text.append("id").append(i).append(",EDU-NEG-01,was hungry\n");
    }
    return text.toString();
  }

  /** Rows sound and broken, some of them twice, some with the id of another. */
  private static String someRows(Random random) {
    List<String> kinds =
        List.of(
            "id%d,EDU-NEG-01,was hungry\n",
            "id%d,EDU-NEG-01,\"in two\nlines, with \"\"quotes\"\"\"\r\n",
            "id%d,EDU-XXX-99,not a type\n",
            "id%d,EDU-NEG-01,\"outside\"x\r",
            "id%d,EDU-NEG-01,Zoë Łucja\n");
    StringBuilder text = new StringBuilder();
    Stream.generate(() -> kinds.get(random.nextInt(kinds.size())))
        .limit(ROWS)
        .forEach(kind -> text.append(kind.formatted(random.nextInt(2 * ROWS))));
    return text + (random.nextBoolean() ? "id,EDU-NEG-01,\"never closed\n" : "id,EDU-NEG-01,cut o");
  }
}
