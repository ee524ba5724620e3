package org.safeguardinghub.connectors.drop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.form.Reading;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.read.JsonText;
import org.safeguardinghub.connectors.form.read.Unreadable;
import org.safeguardinghub.connectors.form.read.XmlText;
import org.safeguardinghub.connectors.intake.Ready;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the form of files in work and begins to take them in. A file up to a limit is in memory
 * while it is read; a larger one is read in pieces, where its form can.
 */
final class FileRun {
  private static final Logger LOG = LoggerFactory.getLogger(FileRun.class);

  /** Short enough for another agency's urgent file, long enough for some batches. */
  static final Duration SLICE = Duration.ofSeconds(1);

  private final DropSettings settings;
  private final Results words;
  private final Door door;
  private final Stop stop;
  private final Duration slice;

  /**
   * @param slice how long a file in pieces is worked on before others have their turn
   */
  FileRun(DropSettings settings, Door door, Stop stop, Duration slice) {
    this.settings = settings;
    this.words = new Results(settings.columns());
    this.door = door;
    this.stop = stop;
    this.slice = slice;
  }

  /** Begins with a file, or goes on behind the results that it has. */
  FileTake open(Feed feed, Path file, Path resultsFile, Lists lists) throws IOException {
    FileContent content = FileContent.open(file);
    ResultsFile results = null;
    try {
      results = ResultsFile.open(resultsFile);
      if (results.lines() > 0) {
        LOG.info("feed {}: going on with a file after {} results", feed.name(), results.lines());
      }
      String name = file.getFileName().toString();
      return content.size() <= settings.largestWhole()
          ? whole(feed, Received.of(name, content.bytes()), content, results, lists)
          : inPieces(feed, Received.of(name, content), content, results, lists);
    } catch (IOException | RuntimeException e) {
      content.close();
      if (results != null) {
        results.close();
      }
      throw e;
    }
  }

  private FileTake whole(
      Feed feed, Received received, FileContent file, ResultsFile results, Lists lists)
      throws IOException {
    Optional<Form> form = form(received);
    return form.isPresent()
        ? take(feed, form.get(), received, file, results, lists)
        : new FileTake(
            tools(feed, Optional.empty()),
            file,
            results,
            noForm(feed, received.bytes()).iterator(),
            () -> {});
  }

  private FileTake inPieces(
      Feed feed, Received received, FileContent file, ResultsFile results, Lists lists)
      throws IOException {
    Optional<Form> form =
        settings.forms().stream()
            .filter(one -> one.streams(received) && !lists.beside(one))
            .findFirst();
    if (form.isPresent()) {
      return take(feed, form.get(), received, file, results, lists);
    }
    Reading none =
        Reading.refused(
            Place.row(1),
            "FILE_TOO_LARGE",
            "split the file: at most "
                + settings.largestWhole() / (1024 * 1024)
                + " MiB each. Only lists in CSV may be longer, and only with the first row that was agreed; nothing of"
                + " it was taken");
    LOG.warn("feed {}: a file was refused as a whole: FILE_TOO_LARGE", feed.name());
    return new FileTake(tools(feed, Optional.of(slice)), file, results, none.iterator(), () -> {});
  }

  private FileTake take(
      Feed feed, Form form, Received received, FileContent file, ResultsFile results, Lists lists)
      throws IOException {
    Lists.Ready ready = lists.ready(form);
    String with = results.lines() > 0 ? "in part" : ready.with();
    return new FileTake(
        tools(feed, received.content() == file ? Optional.of(slice) : Optional.empty()),
        file,
        results,
        ready.form().read(received).iterator(),
        () -> lists.keep(form, with, received.content()));
  }

  private FileTake.Tools tools(Feed feed, Optional<Duration> slices) {
    return new FileTake.Tools(feed, door, words, stop, slices);
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
    Optional<Unreadable> fault = unreadable(bytes);
    if (fault.isPresent()) {
      return Reading.refused(Place.whole(), fault.get().reasonCode(), fault.get().advice());
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

  /** What no form can read is not of the wrong form: it is said why it cannot be read. */
  private static Optional<Unreadable> unreadable(byte[] bytes) {
    if (JsonText.looksLike(bytes)) {
      return JsonText.check(bytes);
    }
    return XmlText.looksLike(bytes) ? XmlText.check(bytes) : Optional.empty();
  }

  private static boolean sends(Feed feed, Form form) {
    return form.families().stream().anyMatch(feed.families()::contains);
  }

  /** What is said of the rows of a file that was still being written when it was taken. */
  static Item grew(Place last) {
    return new Item(
        new Place(last.unit(), last.number() + 1, ""),
        Fate.Refused.shape(
            "",
            "FILE_GREW",
            "the file was still being written after it was taken: send all rows from here on in a new file that"
                + " is written as .part and then renamed"));
  }

  /**
   * Refuses a file that is not read, and writes its one result; gives whether it is done with.
   *
   * @param mark what tells it from others
   */
  boolean refused(Feed feed, ResultsFile results, byte[] mark, String reason, String whatToDo)
      throws IOException {
    if (results.lines() > 0) {
      return true;
    }
    Item item = new Item(Place.row(1), Fate.Refused.shape("", reason, whatToDo));
    List<Submission> submission =
        List.of(Submission.ofRefusedRecord(mark, reason, whatToDo, item.place().toString()));
    Supplier<Ready> ready = () -> door.ready(feed, submission);
    Optional<List<Result>> answers = new Patience(stop).record(feed, ready.get(), ready);
    if (answers.isPresent()) {
      results.append(words.lines(List.of(item), answers.get()));
      LOG.warn("feed {}: a file was refused as a whole: {}", feed.name(), reason);
    }
    return answers.isPresent();
  }
}
