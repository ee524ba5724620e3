package org.safeguardinghub.deploy.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.safeguardinghub.deploy.local.story.ConcernClient.Posted;

/**
 * Sends a school's concerns as its system would: as a concern log in the drop folder of the
 * education connector, whose results say what became of the row.
 */
final class ConcernLogDrop {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final List<String> COLUMNS =
      List.of(
          "recordId",
          "date",
          "time",
          "pupilId",
          "upn",
          "forenames",
          "surname",
          "dob",
          "type",
          "level",
          "narrative",
          "householdRef",
          "incidentRef");
  private static final Set<String> KEYS = Set.of("hh", "inc", "dup", "sameAs");

  private final Function<String, Path> folders;
  private final Predicate<Story.Event> chosen;
  private final InstantSource wall;

  /**
   * @param folders the drop folder of a feed
   * @param chosen which messages go by file
   */
  ConcernLogDrop(
      Function<String, Path> folders, Predicate<Story.Event> chosen, InstantSource wall) {
    this.folders = folders;
    this.chosen = chosen;
    this.wall = wall;
  }

  boolean sends(Story.Event event) {
    return chosen.test(event);
  }

  /** Whether a concern log has a place for everything that this message says. */
  static boolean takes(Story.Event event) {
    return event.type().startsWith("EDU-")
        && event.subjects().size() == 1
        && event.claims().getFirst().has("familyName")
        && event.attributes().isEmpty()
        && event.handling().equals("H1")
        && event.countable()
        && KEYS.containsAll(event.optional().keySet());
  }

  /** Drops a file of one row and waits for its result. */
  Posted send(String feed, Story story, Story.Event event) {
    Path folder = folders.apply(feed);
    try {
      String name = free(folder, story.id() + '-' + event.number());
      Path part = folder.resolve("in").resolve(name + ".part");
      Files.writeString(part, row(story, event), UTF_8);
      Files.move(part, folder.resolve("in").resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return result(feed, folder.resolve("done").resolve(name + ".results.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same message sent again is another file. */
  private static String free(Path folder, String name) {
    int number = 1;
    while (Files.exists(folder.resolve("done").resolve(name + '_' + number + ".csv"))) {
      number++;
    }
    return name + '_' + number + ".csv";
  }

  private static String row(Story story, Story.Event event) {
    StringWriter text = new StringWriter();
    JsonNode claims = event.claims().getFirst();
    ZonedDateTime when = event.occurredAt().atZone(Story.LONDON);
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(COLUMNS);
      csv.writeRecord(
          story.id() + '#' + event.number(),
          when.toLocalDate().toString(),
          TIME.format(when),
          StoryEnvelope.named(story, event.subjects().getFirst()),
          claims.path("upn").asText(),
          claims.path("givenNames").asText(),
          claims.path("familyName").asText(),
          claims.path("dateOfBirth").asText(),
          event.type(),
          event.level() > 0 ? Integer.toString(event.level()) : "",
          event.narrative(),
          event.text("hh").map(name -> StoryEnvelope.named(story, name)).orElse(""),
          event.text("inc").map(name -> StoryEnvelope.named(story, name)).orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private Posted result(String feed, Path results) throws IOException {
    var begun = wall.instant();
    while (!Files.exists(results)) {
      if (Duration.between(begun, wall.instant()).compareTo(PATIENCE) > 0) {
        throw new StoryPlayer.PlayStopped(
            "the education connector has not taken a file of " + feed);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    List<NamedCsvRecord> rows;
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(results, UTF_8)) {
      rows = csv.stream().toList();
    }
    NamedCsvRecord row = rows.getFirst();
    return row.getField("outcome").equals("ACCEPTED")
        ? new Posted.Received(
            feed, row.getField("receiptId"), row.getField("reason").equals("RECEIVED_BEFORE"))
        : new Posted.Refused(feed, row.getField("step"), row.getField("reason"));
  }
}
