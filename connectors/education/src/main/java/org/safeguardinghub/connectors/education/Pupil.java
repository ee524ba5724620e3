package org.safeguardinghub.connectors.education;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/** What both forms of file say about a pupil and a day. */
final class Pupil {
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
          DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

  private Pupil() {}

  /**
   * Puts the pupil into a message. A date of birth that is none goes on as text: a concern is not
   * refused for it.
   */
  static void put(Row row, ObjectNode message) {
    ObjectNode subject = message.putArray("subjects").addObject();
    row.field("pupilId").ifPresent(id -> subject.put("personRef", id));
    ObjectNode claims = subject.putObject("claims");
    row.field("forenames").ifPresent(text -> claims.put("givenNames", text));
    row.field("surname").ifPresent(text -> claims.put("familyName", text));
    row.field("upn").ifPresent(text -> claims.put("upn", text));
    row.field("sex").ifPresent(text -> claims.put("sex", text));
    row.field("dob")
        .ifPresent(
            text ->
                date(text)
                    .ifPresentOrElse(
                        date -> claims.put("dateOfBirth", date.toString()),
                        () -> claims.put("dateOfBirthText", text)));
  }

  /** A day as schools write it: 2026-03-01 or 1/3/2026. */
  static Optional<LocalDate> date(String text) {
    for (DateTimeFormatter form : DATES) {
      try {
        return Optional.of(LocalDate.parse(text, form));
      } catch (DateTimeException e) {
        continue;
      }
    }
    return Optional.empty();
  }
}
