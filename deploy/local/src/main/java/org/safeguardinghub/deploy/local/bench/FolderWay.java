package org.safeguardinghub.deploy.local.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Files in a feed's folder; of each the next lies there already while it is read. */
final class FolderWay implements ConnectorWay {
  private static final Duration LOOK = Duration.ofMillis(50);

  private final InventedFiles files;
  private final Path folder;
  private int next;

  /**
   * @param folder the feed's
   */
  FolderWay(InventedFiles files, Path folder) {
    this.files = files;
    this.folder = folder;
  }

  @Override
  public String name() {
    return files.title();
  }

  @Override
  public String app() {
    return files.app();
  }

  @Override
  public String feed() {
    return files.feed();
  }

  @Override
  public void round(AnswerBook book) throws IOException {
    String one = drop(book);
    String other = drop(book);
    collect(one, book);
    collect(other, book);
  }

  private String drop(AnswerBook book) throws IOException {
    List<Integer> numbers = IntStream.range(next, next + files.records()).boxed().toList();
    String name = "faults-" + next + files.ending();
    next += files.records();
    book.sent(numbers.stream().map(files::id).toList());
    Path part = folder.resolve("in").resolve(name + ".part");
    Files.writeString(part, files.text(numbers));
    Files.move(part, folder.resolve("in").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    return name;
  }

  /** Results that do not come are counted by the ledger as missing. */
  private void collect(String name, AnswerBook book) throws IOException {
    Path done = folder.resolve("done").resolve(name);
    Path results = folder.resolve("done").resolve(name + ".results.csv");
    long begun = System.nanoTime();
    while (!(Files.exists(done) && Files.exists(results))) {
      if (System.nanoTime() - begun > Patience.IN_ALL.toNanos()) {
        return;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(results)) {
      lines.stream().skip(1).forEach(line -> note(book, line));
    }
    Files.delete(done);
    Files.delete(results);
  }

  private static void note(AnswerBook book, CsvRecord line) {
    AnswerBook.Outcome outcome =
        switch (line.getField(2)) {
          case "ACCEPTED" -> AnswerBook.Outcome.ACCEPTED;
          case "NO_EVENT" -> AnswerBook.Outcome.NO_EVENT;
          case String _ -> AnswerBook.Outcome.REFUSED;
        };
    book.answered(
        line.getField(1),
        outcome,
        Optional.of(line.getField(6)).filter(receipt -> !receipt.isEmpty()));
  }
}
