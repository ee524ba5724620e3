package org.safeguardinghub.connectors.education.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguardinghub.connectors.intake.Submission;

/** What both kinds of rows have in common on their way to the intake's message. */
final class Messages {
  /** A day as people write it in England, and as spreadsheets give it back. */
  private static final Pattern BRITISH = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

  private Messages() {}

  static ObjectNode of(Cells cells, String type, String recordId, String legalGateway) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("type", type);
    put(message, "sourceRecordId", Optional.of(recordId).filter(id -> !id.isEmpty()));
    message.put("legalGateway", legalGateway);
    ObjectNode subject = message.putArray("subjects").addObject();
    subject.put("role", "HARMED");
    put(subject, "personRef", cells.optional("pupilId"));
    ObjectNode claims = subject.putObject("claims");
    put(claims, "givenNames", cells.optional("forenames"));
    put(claims, "familyName", cells.optional("surname"));
    put(claims, "dateOfBirth", cells.optional("dob").map(Messages::day));
    put(claims, "upn", cells.optional("upn"));
    return message;
  }

  static void put(ObjectNode object, String name, Optional<String> value) {
    value.ifPresent(text -> object.put(name, text));
  }

  /** The day in ISO form; a text that is no day stays as it is, for the intake to refuse. */
  static String day(String text) {
    Matcher british = BRITISH.matcher(text);
    return british.matches()
        ? british.group(3) + "-" + twoDigits(british.group(2)) + "-" + twoDigits(british.group(1))
        : text;
  }

  static String twoDigits(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  static Submission submission(ObjectNode message) {
    return Submission.of(message.toString().getBytes(UTF_8));
  }
}
