package org.safeguardinghub.deploy.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.safeguardinghub.risk.identity.population.Population;
import org.safeguardinghub.risk.identity.population.Told;

/** Invented children as files: of people for matching, of concerns for the HTTP connector. */
public final class PopulationFile {
  /** What schools tell of, without attributes that must be there. */
  private static final List<String> TYPES =
      List.of("EDU-NEG-01", "EDU-NEG-02", "EDU-EMO-01", "EDU-BUL-01");

  private static final List<String> LEADING = List.of("record", "source", "told");

  private PopulationFile() {}

  /** Hears of each record. */
  private interface Line {
    void write(Told told) throws IOException;
  }

  private static Consumer<Told> writing(Line line, Runnable step) {
    return told -> {
      try {
        line.write(told);
        step.run();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /** Writes records with their truth as CSV. */
  public static void people(BufferedWriter to, long seed, long children, Runnable step)
      throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
    List<String> header = new ArrayList<>(LEADING);
    header.addAll(Told.CLAIMS);
    header.addAll(Told.TRUTH);
    csv.writeRecord(header);
    Population.tell(
        seed,
        children,
        writing(
            told -> {
              List<String> row =
                  new ArrayList<>(
                      List.of(String.valueOf(told.record()), told.source(), told.told()));
              row.addAll(told.claims());
              row.addAll(told.truth());
              csv.writeRecord(row);
            },
            step));
    csv.flush();
  }

  /** The mapping of that file. */
  public static String mapping() {
    Map<String, String> kinds =
        Map.of(
            "given",
            "given-name",
            "born",
            "birth-date",
            "nhs",
            "nhs-number",
            "parent",
            "parent-name");
    StringBuilder text = new StringBuilder("record: record\nsource: source\ncolumns:\n");
    for (String claim : Told.CLAIMS) {
      text.append("  %s: %s\n".formatted(claim, kinds.getOrDefault(claim, claim)));
    }
    return text.toString();
  }

  /** Writes a concern for each record after birth, one JSON object a line. */
  public static void concerns(BufferedWriter to, long seed, long children, Runnable step)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    Population.tell(
        seed,
        children,
        writing(
            told -> {
              if (!told.unborn()) {
                to.append(json.writeValueAsString(concern(json, told))).append('\n');
              }
            },
            step));
    to.flush();
  }

  private static ObjectNode concern(ObjectMapper json, Told told) {
    ObjectNode concern = json.createObjectNode();
    concern.put("sourceRecordId", "generated-" + told.record());
    concern.put("type", TYPES.get((int) (told.record() % TYPES.size())));
    concern.put("occurredAt", told.told());
    concern.put("legalGateway", "CA2004-S16LA");
    concern.put("narrative", "Invented.");
    ObjectNode subject = concern.putArray("subjects").addObject();
    subject.put("role", "HARMED");
    subject.put("personRef", "pupil-" + told.truth().getFirst());
    ObjectNode claims = subject.putObject("claims");
    claim(claims, "givenNames", told, "given");
    claim(claims, "familyName", told, "surname");
    claim(claims, isDay(told.claim("born")) ? "dateOfBirth" : "dateOfBirthText", told, "born");
    claim(claims, "sex", told, "sex");
    claim(claims, "nhsNumber", told, "nhs");
    claim(claims, "upn", told, "upn");
    claim(claims, "school", told, "school");
    claim(claims, "phone", told, "phone");
    ObjectNode address = json.createObjectNode();
    claim(address, "line", told, "address");
    claim(address, "postcode", told, "postcode");
    if (!address.isEmpty()) {
      claims.set("address", address);
    }
    return concern;
  }

  private static void claim(ObjectNode claims, String name, Told told, String column) {
    String value = told.claim(column);
    if (!value.isEmpty()) {
      claims.put(name, value);
    }
  }

  /** A slip may have made a day that does not exist. */
  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
