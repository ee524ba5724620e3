package org.safeguardinghub.connectors.drop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.form.Reading;
import org.safeguardinghub.connectors.form.Received;
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

  static final int BATCH = 1000;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final DropSettings settings;
  private final Results words;
  private final Door door;
  private final Stop stop;

  FileRun(DropSettings settings, Door door, Stop stop) {
    this.settings = settings;
    this.words = new Results(settings.columns());
    this.door = door;
    this.stop = stop;
  }

  /** Goes on with a file until every item has its result; false if it was stopped before. */
  boolean run(Feed feed, Path file, Path resultsFile, Lists lists) throws IOException {
    try (ResultsFile results = ResultsFile.open(resultsFile)) {
      byte[] bytes = read(file);
      if (bytes.length > settings.largestFile()) {
        return refused(
            feed,
            results,
            "FILE_TOO_LARGE",
            "split the file: at most "
                + settings.largestFile() / (1024 * 1024)
                + " MiB each; nothing of it was taken");
      }
      if (results.lines() > 0) {
        LOG.info("feed {}: going on with a file after {} results", feed.name(), results.lines());
      }
      Received received = Received.of(file.getFileName().toString(), bytes);
      Optional<Form> form = form(received);
      Optional<Lists.Ready> ready = Optional.empty();
      if (form.isPresent()) {
        ready = Optional.of(lists.ready(form.get()));
      }
      String with = results.lines() > 0 ? "in part" : ready.map(Lists.Ready::with).orElse("");
      Iterator<Item> items =
          ready
              .map(one -> one.form().read(received))
              .orElseGet(() -> noForm(feed, bytes))
              .iterator();
      Place last = Place.row(0);
      for (int done = results.lines(); done > 0 && items.hasNext(); done--) {
        last = items.next().place();
      }
      while (items.hasNext()) {
        List<Item> batch = batch(items);
        Optional<List<Result>> answers = submit(feed, batch);
        if (answers.isEmpty()) {
          return false;
        }
        results.append(words.lines(batch, answers.get()));
        last = batch.getLast().place();
      }
      if (form.isPresent()) {
        lists.keep(form.get(), with, bytes);
      }
      if (Files.size(file) != bytes.length) {
        results.append(List.of(grew(last)));
      }
      LOG.info("feed {}: a file is done after {} results", feed.name(), results.lines());
      return true;
    }
  }

  /** One form alone says itself what is wrong with a file that it does not know. */
  private Optional<Form> form(Received received) {
    List<Form> forms = settings.forms();
    return forms.size() == 1
        ? Optional.of(forms.getFirst())
        : forms.stream().filter(form -> form.recognises(received)).findFirst();
  }

  /** Names only what an agency of this kind may have meant: nobody reads a list of all forms. */
  private Reading noForm(Feed feed, byte[] bytes) {
    if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
      return Reading.of(List.of(Item.ofEmptyFile()));
    }
    List<String> meant =
        settings.forms().stream()
            .filter(form -> form.families().isEmpty() || sends(feed, form))
            .map(Form::title)
            .toList();
    return Reading.refused(
        Place.row(1),
        "NO_FORM",
        meant.isEmpty()
            ? "no form of an agency like yours is read here: ask who runs the hub"
            : "this is none of the forms that are read here ("
                + String.join("; ", meant)
                + "): compare its first row, or its outermost element, with what was agreed");
  }

  private static boolean sends(Feed feed, Form form) {
    return form.families().stream().anyMatch(feed.families()::contains);
  }

  private static ResultLine grew(Place last) {
    return refusal(
        new Place(last.unit(), last.number() + 1, "").inColumn(),
        "FILE_GREW",
        "the file was still being written after it was taken: send all rows from here on in a new file that"
            + " is written as .part and then renamed");
  }

  /** Writes the one result of a file that is not read. */
  static boolean refused(Feed feed, ResultsFile results, String reason, String whatToDo)
      throws IOException {
    if (results.lines() == 0) {
      results.append(List.of(refusal("1", reason, whatToDo)));
    }
    LOG.warn("feed {}: a file was refused as a whole: {}", feed.name(), reason);
    return true;
  }

  private static ResultLine refusal(String row, String reason, String whatToDo) {
    return new ResultLine(row, "", "REFUSED", "SHAPE", reason, whatToDo, "");
  }

  private byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(settings.largestFile() + 1);
    }
  }

  private static List<Item> batch(Iterator<Item> items) {
    List<Item> batch = new ArrayList<>();
    while (items.hasNext() && batch.size() < BATCH) {
      batch.add(items.next());
    }
    return batch;
  }

  /** Empty if it was stopped while the intake could not record anything. */
  private Optional<List<Result>> submit(Feed feed, List<Item> batch) {
    List<Submission> submissions = new ArrayList<>();
    for (Item item : batch) {
      if (item.fate() instanceof Fate.Send sent) {
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
