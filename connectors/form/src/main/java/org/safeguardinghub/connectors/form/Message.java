package org.safeguardinghub.connectors.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.SubjectRole;

/**
 * Builds one message of the intake. Empty texts are left out: absent means not known. Whether the
 * message is sound is the intake's question.
 */
public final class Message {
  private static final int LONGEST_CODE = 80;

  private static final Pattern NO_CODE = Pattern.compile("[^A-Za-z0-9 _./:-]+");
  private static final Pattern BEFORE_CODE = Pattern.compile("^[^A-Za-z0-9]+");

  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private final String type;
  private final String recordId;
  private boolean stable;

  private Message(String type, String recordId) {
    this.type = type;
    this.recordId = recordId;
  }

  /**
   * A message without anything in it yet.
   *
   * @param type event type of the catalogue
   * @param recordId the source's own id of the record
   * @param legalGateway the basis on which the feed shares
   */
  public static Message of(String type, String recordId, String legalGateway) {
    Message message = new Message(type, recordId);
    message.text("type", type);
    message.text("sourceRecordId", recordId);
    message.text("legalGateway", legalGateway);
    return message;
  }

  /**
   * The source keeps its record ids: the same record with other content later is a correction of
   * this message, not a reuse of its id.
   */
  public Message stable() {
    stable = true;
    return this;
  }

  /** Adds a person whom it is about; their claims are filled in on what this returns. */
  public Person subject(SubjectRole role, String personRef) {
    ArrayNode subjects = root.withArray("subjects");
    ObjectNode subject = subjects.addObject();
    subject.put("role", role.name());
    put(subject, "personRef", personRef);
    return new Person(subject.putObject("claims"));
  }

  /** It happened on this day. */
  public Message on(LocalDate day) {
    root.put("occurredAt", day.toString());
    return this;
  }

  /** It happened then: a day, a time in England, or a time with an offset, in ISO form. */
  public Message at(String time) {
    return text("occurredAt", time);
  }

  /** It happened about then. */
  public Message about(String time) {
    root.put("occurredPrecision", "APPROXIMATE");
    return text("occurredAt", time);
  }

  /** What the source itself calls its grade; kept beside whatever level holds. */
  public Message sourceValue(String scale, String value) {
    ObjectNode level = root.withObject("/level");
    put(level, "scale", code(scale));
    put(level, "sourceValue", code(value));
    return this;
  }

  /** The level of need, 1 to 4, that the sender proposes. */
  public Message level(int proposed) {
    root.withObject("/level").put("proposed", proposed);
    return this;
  }

  public Message assertion(Assertion assertion) {
    root.put("assertion", assertion.name());
    return this;
  }

  public Message handling(HandlingClass handling) {
    root.withObject("/handling").put("class", handling.name());
    return this;
  }

  /** The words of the source. */
  public Message narrative(String words) {
    return text("narrative", words);
  }

  public Message household(String reference) {
    return text("householdRef", reference);
  }

  public Message place(String reference) {
    return text("placeRef", reference);
  }

  public Message setting(String reference) {
    return text("settingRef", reference);
  }

  public Message adult(String reference) {
    return text("adultRef", reference);
  }

  public Message incident(String reference) {
    return text("incidentRef", reference);
  }

  /** Another record of the same source that this one repeats, or the word {@code reported}. */
  public Message derivedFrom(String reference) {
    return text("derivedFrom", reference);
  }

  /** Another record of the same source that this one replaces. */
  public Message supersedes(String reference) {
    return text("supersedes", reference);
  }

  /** An attribute of the catalogue: Boolean, Integer, String or a collection of texts. */
  public Message attribute(String name, Object value) {
    ObjectNode attributes = root.withObject("/attributes");
    switch (value) {
      case Boolean flag -> attributes.put(name, flag);
      case Integer number -> attributes.put(name, number);
      case Collection<?> codes -> {
        ArrayNode array = attributes.putArray(name);
        codes.forEach(code -> array.add(code.toString()));
      }
      default -> put(attributes, name, value.toString());
    }
    return this;
  }

  public Submission submission() {
    byte[] body = root.toString().getBytes(UTF_8);
    return stable ? Submission.ofStableRecord(body) : Submission.of(body);
  }

  public Fate.Send send() {
    return new Fate.Send(recordId, type, submission());
  }

  /** The tree as built so far, for keys that have no word of their own here. */
  public ObjectNode tree() {
    return root;
  }

  @Override
  public String toString() {
    return "Message[" + type + "]";
  }

  private Message text(String name, String value) {
    put(root, name, value);
    return this;
  }

  /** In the form that the intake asks of codes. */
  private static String code(String text) {
    String plain =
        BEFORE_CODE.matcher(NO_CODE.matcher(text.strip()).replaceAll("-")).replaceFirst("");
    return plain.length() > LONGEST_CODE ? plain.substring(0, LONGEST_CODE) : plain;
  }

  private static void put(ObjectNode object, String name, String value) {
    if (!value.isBlank()) {
      object.put(name, value.strip());
    }
  }

  /** The claims about one person: as messy as they are known. */
  public static final class Person {
    private final ObjectNode claims;

    private Person(ObjectNode claims) {
      this.claims = claims;
    }

    public Person givenNames(String names) {
      return text("givenNames", names);
    }

    public Person familyName(String name) {
      return text("familyName", name);
    }

    public Person fullName(String name) {
      return text("fullName", name);
    }

    public Person alias(String name) {
      return text("alias", name);
    }

    /** The day, or the words in which it was given if they name none. */
    public Person born(String text) {
      Optional<LocalDate> day = Days.of(text);
      return day.isPresent()
          ? text("dateOfBirth", day.get().toString())
          : text("dateOfBirthText", text);
    }

    /** Not born yet. */
    public Person expected(String text) {
      ObjectNode unborn = claims.withObject("/unborn");
      Days.of(text).ifPresent(day -> unborn.put("expectedDate", day.toString()));
      return this;
    }

    public Person sex(String code) {
      return text("sex", code);
    }

    public Person nhsNumber(String number) {
      return text("nhsNumber", number);
    }

    public Person upn(String number) {
      return text("upn", number);
    }

    public Person phone(String number) {
      return text("phone", number);
    }

    public Person school(String name) {
      return text("school", name);
    }

    public Person address(String line, String postcode, String uprn) {
      if (!line.isBlank() || !postcode.isBlank() || !uprn.isBlank()) {
        ObjectNode address = claims.withObject("/address");
        put(address, "line", line);
        put(address, "postcode", postcode);
        put(address, "uprn", uprn);
      }
      return this;
    }

    /** The number of a person or case in a system that several agencies know. */
    public Person sourceRef(String system, String id) {
      if (!id.isBlank()) {
        claims
            .withArray("sourceRefs")
            .addObject()
            .put("system", system.strip())
            .put("id", id.strip());
      }
      return this;
    }

    public Person mother(String nhsNumber, String name) {
      if (!nhsNumber.isBlank() || !name.isBlank()) {
        ObjectNode mother = claims.withObject("/mother");
        put(mother, "nhsNumber", nhsNumber);
        put(mother, "name", name);
      }
      return this;
    }

    public Person note(String words) {
      return text("note", words);
    }

    private Person text(String name, String value) {
      put(claims, name, value);
      return this;
    }
  }
}
