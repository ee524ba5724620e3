package org.safeguardinghub.connectors.health.hl7;

import static org.safeguardinghub.connectors.health.hl7.Segments.get;

import ca.uhn.hl7v2.model.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.form.Days;
import org.safeguardinghub.connectors.form.Message;
import org.safeguardinghub.connectors.health.event.Who;

/** Reads who the patient of a message is. */
final class People {
  private static final Set<String> NHS =
      Set.of("NHS", "NHSNBR", "NHSNUMBER", "2.16.840.1.113883.2.1.4.1");
  private static final int MOST = 20;

  private People() {}

  /** One number of the patient. */
  private record PatientNumber(String id, String authority, boolean nhs) {}

  static Who of(Segments message) {
    return message.named("PID").stream()
        .findFirst()
        .map(pid -> of(message, pid))
        .orElseGet(Who::unknown);
  }

  private static Who of(Segments message, Segment pid) {
    List<PatientNumber> numbers = numbers(pid);
    String nhsNumber =
        numbers.stream().filter(PatientNumber::nhs).map(PatientNumber::id).findFirst().orElse("");
    Optional<PatientNumber> local = numbers.stream().filter(number -> !number.nhs()).findFirst();
    int name = legalName(pid);
    String born = Hl7Time.day(get(pid, 7, 0, 1));
    boolean restricted = message.get("PD1", 12, 1).equals("Y");
    return new Who(
        local.map(number -> number.authority() + "/" + number.id()).orElse(""),
        nhsNumber,
        fullName(pid, name),
        Days.of(born),
        restricted,
        person -> {
          person
              .nhsNumber(nhsNumber)
              .givenNames((get(pid, 5, name, 2) + " " + get(pid, 5, name, 3)).strip())
              .familyName(get(pid, 5, name, 1))
              .alias(alias(pid, name))
              .born(born)
              .sex(get(pid, 8, 0, 1));
          numbers.stream()
              .filter(number -> !number.nhs())
              .limit(MOST)
              .forEach(n -> person.sourceRef(n.authority(), n.id()));
          if (!restricted) {
            whereabouts(person, message, pid);
          }
        });
  }

  private static List<PatientNumber> numbers(Segment pid) {
    List<PatientNumber> numbers = new ArrayList<>();
    for (int i = 0; i < Segments.repetitions(pid, 3); i++) {
      String id = get(pid, 3, i, 1);
      String authority = get(pid, 3, i, 4);
      String type = get(pid, 3, i, 5);
      if (!id.isEmpty()) {
        boolean nhs = NHS.contains(authority) || type.equals("NH") || NHS.contains(type);
        numbers.add(new PatientNumber(id, authority.isEmpty() ? "local" : authority, nhs));
      }
    }
    return numbers;
  }

  /** The repetition with the legal name; the first where none says so. */
  private static int legalName(Segment pid) {
    return IntStream.range(0, Segments.repetitions(pid, 5))
        .filter(i -> get(pid, 5, i, 7).equals("L"))
        .findFirst()
        .orElse(0);
  }

  private static String alias(Segment pid, int legal) {
    String other =
        IntStream.range(0, Segments.repetitions(pid, 5))
            .filter(i -> i != legal)
            .mapToObj(i -> fullName(pid, i))
            .findFirst()
            .orElse("");
    String known = (get(pid, 9, 0, 2) + " " + get(pid, 9, 0, 1)).strip();
    return other.isEmpty() ? known : other;
  }

  private static String fullName(Segment pid, int repetition) {
    return (get(pid, 5, repetition, 2) + " " + get(pid, 5, repetition, 1)).strip();
  }

  private static void whereabouts(Message.Person person, Segments message, Segment pid) {
    int home =
        IntStream.range(0, Segments.repetitions(pid, 11))
            .filter(i -> get(pid, 11, i, 7).equals("H"))
            .findFirst()
            .orElse(0);
    String line =
        Stream.of(1, 2, 3, 4)
            .map(part -> get(pid, 11, home, part))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    person.address(line.length() > 200 ? line.substring(0, 200) : line, get(pid, 11, home, 5), "");
    String phone = get(pid, 13, 0, 1);
    person.phone(phone.length() > 60 ? "" : phone);
    String practice = (message.get("PD1", 3, 1) + " " + message.get("PD1", 3, 3)).strip();
    person.note(practice.isEmpty() ? "" : "GP practice: " + practice);
  }
}
