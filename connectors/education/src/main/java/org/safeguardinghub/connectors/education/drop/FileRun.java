package org.safeguardinghub.connectors.education.drop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.connectors.education.form.Fate;
import org.safeguardinghub.connectors.education.form.RowReader;
import org.safeguardinghub.connectors.education.form.RowReader.Row;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files in work through the intake. Each batch is received before its results are written, so
 * a crash between the two sends the batch again; the intake knows it by its ids and gives the first
 * receipts.
 */
final class FileRun {
  private static final Logger LOG = LoggerFactory.getLogger(FileRun.class);

  /** A year of marks of a large school is far below; a larger file is no drop. */
  static final int LARGEST_FILE = 8 * 1024 * 1024;

  static final int BATCH = 200;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final RowReader.Forms forms;
  private final Door door;
  private final Stop stop;

  FileRun(RowReader.Forms forms, Door door, Stop stop) {
    this.forms = forms;
    this.door = door;
    this.stop = stop;
  }

  /** Goes on with a file until every row has its result; false if it was stopped before. */
  boolean run(Feed feed, Path file, Path resultsFile) throws IOException {
    try (ResultsFile results = ResultsFile.open(resultsFile)) {
      byte[] bytes = read(file);
      if (bytes.length > LARGEST_FILE) {
        return refused(
            feed,
            results,
            "FILE_TOO_LARGE",
            "split the file: at most 8 MiB each; nothing of it was taken");
      }
      RowReader rows = forms.read(bytes);
      if (results.lastRow() > 0) {
        LOG.info("feed {}: going on with a file after row {}", feed.name(), results.lastRow());
      }
      while (rows.hasNext()) {
        List<Row> batch = batch(rows, results.lastRow());
        Optional<List<Result>> answers = submit(feed, batch);
        if (answers.isEmpty()) {
          return false;
        }
        results.append(Results.lines(batch, answers.get()));
      }
      if (Files.size(file) != bytes.length) {
        int row = results.lastRow() + 1;
        results.append(
            List.of(
                refusal(
                    row,
                    "FILE_GREW",
                    "the file was still being written after it was taken: send all rows from here on in a new file that"
                        + " is written as .part and then renamed")));
      }
      LOG.info("feed {}: a file is done after row {}", feed.name(), results.lastRow());
      return true;
    }
  }

  /** Writes the one result of a file that is not read. */
  static boolean refused(Feed feed, ResultsFile results, String reason, String whatToDo)
      throws IOException {
    if (results.lastRow() == 0) {
      results.append(List.of(refusal(1, reason, whatToDo)));
    }
    LOG.warn("feed {}: a file was refused as a whole: {}", feed.name(), reason);
    return true;
  }

  private static ResultLine refusal(int row, String reason, String whatToDo) {
    return new ResultLine(row, "", "REFUSED", "SHAPE", reason, whatToDo, "");
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(LARGEST_FILE + 1);
    }
  }

  private static List<Row> batch(RowReader rows, int after) {
    List<Row> batch = new ArrayList<>();
    while (rows.hasNext() && batch.size() < BATCH) {
      Row row = rows.next();
      if (row.number() > after) {
        batch.add(row);
      }
    }
    return batch;
  }

  /** Empty if it was stopped while the intake could not record anything. */
  private Optional<List<Result>> submit(Feed feed, List<Row> batch) {
    List<Submission> submissions = new ArrayList<>();
    for (Row row : batch) {
      if (row.fate() instanceof Fate.Send sent) {
        submissions.add(sent.submission());
      }
    }
    Duration wait = Duration.ofMillis(500);
    while (!stop.stopped()) {
      try {
        return Optional.of(submissions.isEmpty() ? List.of() : door.submitAll(feed, submissions));
      } catch (StoreUnavailable e) {
        LOG.warn(
            "feed {}: {}; a file waits, trying again in {} ms",
            feed.name(),
            e.getMessage(),
            wait.toMillis());
        stop.await(wait);
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      }
    }
    return Optional.empty();
  }
}
