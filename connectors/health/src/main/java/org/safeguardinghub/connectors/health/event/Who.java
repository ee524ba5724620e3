package org.safeguardinghub.connectors.health.event;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.safeguardinghub.connectors.form.Message;

/**
 * A patient as the sender describes them.
 *
 * @param personRef the sender's own stable reference of the person, or empty
 * @param nhsNumber as sent, or empty
 * @param name for people, or empty
 * @param born the day of birth, if one was sent that exists
 * @param restricted whether nobody may learn where the person is
 * @param claims writes down all that is claimed
 */
public record Who(
    String personRef,
    String nhsNumber,
    String name,
    Optional<LocalDate> born,
    boolean restricted,
    Consumer<Message.Person> claims) {
  private static final int OF_AGE = 18;

  /** Nobody: the message does not say who it is. */
  public static Who unknown() {
    return new Who("", "", "", Optional.empty(), false, _ -> {});
  }

  /** Whether the hub has anything to find the person by. */
  public boolean known() {
    return !(personRef.isBlank() && nhsNumber.isBlank() && name.isBlank());
  }

  /** Whether the person had come of age on the day. */
  public boolean adultOn(LocalDate day) {
    return born.filter(birth -> !birth.plusYears(OF_AGE).isAfter(day)).isPresent();
  }

  /** The same with more claims. */
  public Who and(Consumer<Message.Person> more) {
    return new Who(personRef, nhsNumber, name, born, restricted, claims.andThen(more));
  }

  @Override
  public String toString() {
    return "Who[withheld]";
  }
}
