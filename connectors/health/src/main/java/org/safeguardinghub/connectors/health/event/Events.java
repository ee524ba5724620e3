package org.safeguardinghub.connectors.health.event;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.safeguardinghub.connectors.form.CodeBook;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Message;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.SubjectRole;

/** Makes the message of what happened, or says why there is none. */
public final class Events {
  /** Types whose subject is the child that the patient carries. */
  private static final String UNBORN = "MAT-UNB-";

  /** Repeats what another agency reported first. */
  private static final String ECHO = "GP-COD-01";

  /** Withdraws what was sent before; any agency may send it. */
  private static final String RETRACTION = "ADM-COR-01";

  private static final int LONGEST_WORDS = 2000;
  private static final int LONGEST_REFERENCE = 200;

  private final String legalGateway;

  public Events(String legalGateway) {
    this.legalGateway = legalGateway;
  }

  /** What an entry of a table makes of it. */
  public Fate of(CodeBook.Meaning entry, Happening happening) {
    return of(entry, entry.type().orElse(""), happening, _ -> {});
  }

  /**
   * The same as another type than the entry's.
   *
   * @param type empty: no event
   * @param more what else the message says
   */
  public Fate of(CodeBook.Meaning entry, String type, Happening happening, Consumer<Message> more) {
    if (type.isEmpty()) {
      return new Fate.NoEvent(happening.recordId(), "CODE_WITHOUT_EVENT", entry.why());
    }
    return withoutFault(happening, type)
        .orElseGet(
            () -> {
              Message message = message(type, happening);
              if (type.equals(ECHO)) {
                message.derivedFrom("reported");
              }
              entry.level().ifPresent(message::level);
              entry.attributes().forEach(message::attribute);
              more.accept(message);
              return message.send();
            });
  }

  /** Withdraws the record that was sent before under this id. */
  public Fate withdrawn(Happening happening) {
    return withoutFault(happening, RETRACTION)
        .orElseGet(
            () -> {
              Happening withdrawal = happening.part("withdrawn").of("");
              Message message = message(RETRACTION, withdrawal);
              message.supersedes(happening.recordId()).attribute("retracts", true);
              return message.send();
            });
  }

  private Optional<Fate> withoutFault(Happening happening, String type) {
    String recordId = happening.recordId();
    if (!happening.who().known()) {
      return Optional.of(
          Fate.Refused.shape(
              recordId,
              "SUBJECT_UNKNOWN",
              "say who it is: send the patient along, or at least the NHS number or your own patient number"));
    }
    if (happening.when().isEmpty()) {
      return Optional.of(
          Fate.Refused.shape(recordId, "TIME_MISSING", "say when it happened, at least the day"));
    }
    Optional<LocalDate> day = happening.when().flatMap(When::day);
    return !type.startsWith(UNBORN) && day.filter(happening.who()::adultOn).isPresent()
        ? Optional.of(
            new Fate.NoEvent(
                recordId, "ADULT", "The patient had come of age; the hub is about children."))
        : Optional.empty();
  }

  private Message message(String type, Happening happening) {
    Message message = Message.of(type, happening.recordId(), legalGateway).stable();
    Who who = happening.who();
    happening.when().ifPresent(when -> time(message, when));
    if (type.startsWith(UNBORN)) {
      message.subject(SubjectRole.UNBORN, "").mother(who.nhsNumber(), who.name());
    } else {
      who.claims().accept(message.subject(SubjectRole.HARMED, reference(who.personRef())));
    }
    message.tree().path("subjects").forEach(subject -> Bounds.apply(subject.path("claims")));
    if (who.restricted()) {
      message.handling(HandlingClass.H4);
    }
    if (!happening.code().isEmpty()) {
      message.sourceValue(happening.scale(), happening.code());
    }
    message.narrative(shortened(happening.words()));
    message.incident(reference(happening.incident()));
    return message.assertion(Assertion.REPORTED);
  }

  private static void time(Message message, When when) {
    if (when.approximate()) {
      message.about(when.text());
    } else {
      message.at(when.text());
    }
  }

  /** What is too long is left out: cut, it would mean somebody else. */
  private static String reference(String text) {
    return text.length() > LONGEST_REFERENCE ? "" : text;
  }

  private static String shortened(String words) {
    return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
  }
}
