package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;

/**
 * An event as it reads once corrections, echoes and incidents are resolved.
 *
 * @param sent as it was sent
 * @param type type, a regrade applied
 * @param level level, a regrade applied
 * @param incident equal for all events of one incident
 * @param family origin family of the incident
 * @param echo only repeats
 * @param readable not replaced, retracted, unfounded, held back or in another lane
 * @param counts is a concern about this subject that counts
 */
record NaiveEvent(
    AttributedEvent sent,
    String type,
    int level,
    String incident,
    OriginFamily family,
    boolean echo,
    boolean readable,
    boolean counts) {
  String id() {
    return sent.eventId();
  }

  Instant at() {
    return sent.occurredAt();
  }

  boolean context() {
    return sent.whose().context();
  }

  /** It happened to this child, who did not only do it or stand beside it. */
  boolean harmed() {
    return sent.role() == SubjectRole.HARMED || sent.role() == SubjectRole.UNBORN;
  }

  /** It is about this child and not only about a brother, sister or parent. */
  boolean about() {
    return harmed() || sent.role() == SubjectRole.ALLEGED;
  }

  Set<String> children() {
    return sent.whose().children();
  }

  boolean is(String attribute) {
    return Boolean.TRUE.equals(sent.attributes().get(attribute));
  }

  boolean isNot(String attribute) {
    return Boolean.FALSE.equals(sent.attributes().get(attribute));
  }

  boolean says(String attribute) {
    return sent.attributes().containsKey(attribute);
  }

  /** The value of an attribute as text; null where it says nothing. */
  @Nullable String text(String attribute) {
    Object value = sent.attributes().get(attribute);
    return value == null ? null : value.toString();
  }

  boolean text(String attribute, String value) {
    return value.equals(text(attribute));
  }

  int number(String attribute, int otherwise) {
    return sent.attributes().get(attribute) instanceof Integer number ? number : otherwise;
  }

  /** Whether a set attribute names a value. */
  boolean names(String attribute, String value) {
    return sent.attributes().get(attribute) instanceof List<?> values && values.contains(value);
  }

  boolean in(Set<String> codes) {
    return codes.contains(type);
  }

  String category() {
    return NaiveSets.category(type);
  }
}
