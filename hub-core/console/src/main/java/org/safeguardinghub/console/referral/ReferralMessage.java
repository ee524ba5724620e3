package org.safeguardinghub.console.referral;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;

/** A filled-in form as the message that any agency's system would send, and back. */
final class ReferralMessage {
  private ReferralMessage() {}

  static byte[] of(ReferralForm form, String eventId) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("eventId", eventId);
    message.put("type", form.field("type"));
    message.put("occurredAt", occurred(form.field("day"), form.field("time")));
    put(message, "legalGateway", form.field("gateway"));
    put(message, "narrative", form.field("narrative"));
    put(message, "childVoice", form.field("childVoice"));
    put(message, "assertion", form.field("assertion"));
    put(message, "familyInformed", form.field("familyInformed"));
    ObjectNode subject = message.putArray("subjects").addObject();
    subject.put("role", "HARMED");
    put(subject, "personRef", form.field("ownRef"));
    ObjectNode claims = subject.putObject("claims");
    put(claims, "givenNames", form.field("givenNames"));
    put(claims, "familyName", form.field("familyName"));
    put(claims, "dateOfBirth", form.field("dateOfBirth"));
    put(claims, "nhsNumber", form.field("nhsNumber"));
    if (!form.field("postcode").isEmpty()) {
      claims.putObject("address").put("postcode", form.field("postcode"));
    }
    return message.toString().getBytes(UTF_8);
  }

  /** With the time where one is given; what is no day or time goes on as typed, to be refused. */
  private static String occurred(String day, String time) {
    if (time.isEmpty()) {
      return day;
    }
    try {
      return LocalDate.parse(day)
          .atTime(LocalTime.parse(time))
          .atZone(WorkingCalendar.ZONE)
          .toInstant()
          .toString();
    } catch (DateTimeException e) {
      return day + " " + time;
    }
  }

  private static void put(ObjectNode node, String name, String text) {
    if (!text.isEmpty()) {
      node.put(name, text);
    }
  }

  /** The field of the form that a place of the message was made from. */
  static String fieldOf(String pointer) {
    String last = pointer.substring(pointer.lastIndexOf('/') + 1);
    return switch (last) {
      case "occurredAt" -> "day";
      case "legalGateway" -> "gateway";
      case "personRef" -> "ownRef";
      case "address", "line" -> "postcode";
      case String name when ReferralForm.FIELDS.contains(name) -> name;
      case String _ -> "type";
    };
  }
}
