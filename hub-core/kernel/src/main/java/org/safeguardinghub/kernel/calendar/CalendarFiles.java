package org.safeguardinghub.kernel.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.calendar.SchoolCalendar.HalfTerm;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlDocument;
import org.safeguardinghub.kernel.yaml.YamlNode;

/** Reads the dated calendar files strictly. */
final class CalendarFiles {
  private CalendarFiles() {}

  static BankHolidays bankHolidays() {
    Faults faults = new Faults("bank-holidays.yaml");
    Optional<BankHolidays> read = bankHolidays(resource("bank-holidays.yaml"), faults);
    return read.filter(_ -> faults.none()).orElseThrow(() -> faulty(faults.inOrder()));
  }

  static SchoolCalendar schoolCalendar(String area, BankHolidays holidays) {
    Faults faults = new Faults("school-terms.yaml");
    Map<String, SchoolCalendar> areas =
        schoolCalendars(resource("school-terms.yaml"), holidays, faults);
    if (!faults.none()) {
      throw faulty(faults.inOrder());
    }
    SchoolCalendar own = areas.get(area);
    return own != null ? own : areas.values().iterator().next();
  }

  static Optional<BankHolidays> bankHolidays(String yaml, Faults faults) {
    return YamlDocument.parse(yaml, faults)
        .map(
            root -> {
              Fields fields = Fields.of(root, faults);
              String id = fields.text("id");
              String source = fields.text("source");
              LocalDate from = fields.date("from");
              LocalDate until = fields.date("until");
              Map<LocalDate, String> days = new LinkedHashMap<>();
              fields
                  .requiredItems("days")
                  .forEach(node -> holiday(node, from, until, days, faults));
              fields.close();
              return new BankHolidays(id, source, from, until, days);
            });
  }

  private static void holiday(
      YamlNode node, LocalDate from, LocalDate until, Map<LocalDate, String> days, Faults faults) {
    Fields row = Fields.of(node, faults);
    LocalDate date = row.date("date");
    String name = row.text("name");
    row.close();
    if (date.isBefore(from) || date.isAfter(until)) {
      faults.add(row.line(), "the day lies outside from and until");
    }
    if (days.putIfAbsent(date, name) != null) {
      faults.add(row.line(), "the day is given twice");
    }
  }

  /** The calendars by area; the first is the default. */
  static Map<String, SchoolCalendar> schoolCalendars(
      String yaml, BankHolidays holidays, Faults faults) {
    Map<String, SchoolCalendar> areas = new LinkedHashMap<>();
    YamlDocument.parse(yaml, faults)
        .ifPresent(
            root -> {
              Fields fields = Fields.of(root, faults);
              fields.text("id");
              for (YamlNode node : fields.requiredItems("areas")) {
                SchoolCalendar calendar = area(node, holidays, faults);
                if (areas.putIfAbsent(calendar.area(), calendar) != null) {
                  faults.add(node, "area '" + calendar.area() + "' is given twice");
                }
              }
              fields.close();
            });
    return areas;
  }

  private static SchoolCalendar area(YamlNode node, BankHolidays holidays, Faults faults) {
    Fields fields = Fields.of(node, faults);
    String area = fields.text("area");
    String source = fields.text("source");
    List<HalfTerm> terms = new ArrayList<>();
    for (YamlNode item : fields.requiredItems("terms")) {
      HalfTerm term = term(item, faults);
      if (!terms.isEmpty() && !term.from().isAfter(terms.getLast().until())) {
        faults.add(item, "a half term must start after the one before it");
      }
      terms.add(term);
    }
    Set<LocalDate> closures = new HashSet<>();
    for (YamlNode item : fields.items("closures")) {
      Fields row = Fields.of(item, faults);
      closures.add(row.date("date"));
      row.text("name");
      row.close();
    }
    fields.close();
    return new SchoolCalendar(area, source, holidays, terms, closures);
  }

  private static HalfTerm term(YamlNode node, Faults faults) {
    Fields row = Fields.of(node, faults);
    HalfTerm term = new HalfTerm(row.text("name"), row.date("from"), row.date("until"));
    row.close();
    if (term.until().isBefore(term.from())) {
      faults.add(row.line("until"), "'until' is before 'from'");
    }
    return term;
  }

  private static IllegalStateException faulty(List<Fault> faults) {
    return new IllegalStateException(
        "a calendar is faulty:\n"
            + String.join("\n", faults.stream().map(Fault::toString).toList()));
  }

  private static String resource(String name) {
    try (InputStream in = CalendarFiles.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
