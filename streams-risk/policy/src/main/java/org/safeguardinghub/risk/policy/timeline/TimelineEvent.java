package org.safeguardinghub.risk.policy.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;

/**
 * An event as it reads now: corrections applied, echoes and incidents resolved. What was sent stays
 * beside it, so that both grades of a regraded event can be shown.
 *
 * @param sent the event as sent
 * @param type its type now
 * @param level its level now
 * @param voided retracted by a correction, or replaced by a later version of the same source record
 * @param corrections ids of the corrections that apply, in order
 * @param released held back by its source at first, released since
 * @param echo repeats another report
 * @param stands not an echo, or the first that was heard about this subject in its incident
 * @param incident the incident that it belongs to; equal for all its events
 * @param originFamily family of the first publisher of that incident who did not echo
 * @param concern its type can count as a concern
 */
public record TimelineEvent(
    AttributedEvent sent,
    String type,
    int level,
    boolean voided,
    List<String> corrections,
    boolean released,
    boolean echo,
    boolean stands,
    String incident,
    OriginFamily originFamily,
    boolean concern) {
  /** By occurrence; among events of one moment by id, so that the order of arrival never shows. */
  public static final Comparator<TimelineEvent> ORDER = TimelineEvent::compare;

  private static int compare(TimelineEvent one, TimelineEvent other) {
    int moments = one.at().compareTo(other.at());
    if (moments != 0) {
      return moments;
    }
    int ids = one.id().compareTo(other.id());
    return ids != 0 ? ids : Integer.compare(one.sent.subjectIndex(), other.sent.subjectIndex());
  }

  public TimelineEvent {
    corrections = List.copyOf(corrections);
  }

  /** Told by its identity: it is looked up often, and differs from others in that. */
  @Override
  public int hashCode() {
    return sent.hashCode();
  }

  public String id() {
    return sent.eventId();
  }

  /** When it happened. */
  public Instant at() {
    return sent.occurredAt();
  }

  /** Whether it reached this timeline as household context only. */
  public boolean context() {
    return sent.whose().context();
  }

  /**
   * Whether it may be read at all: not voided, withdrawn, held back by its source or in the adult
   * lane.
   */
  public boolean readable() {
    return !voided && readableAsSent();
  }

  /** As {@link #readable()}, for the one lane in which allegations about adults are read. */
  public boolean readableInAdultLane() {
    return !voided && sent.assertion().counts() && shared();
  }

  /** Whether it was readable before anything retracted or replaced it. */
  public boolean readableAsSent() {
    return sent.assertion().counts() && shared() && sent.handling() != HandlingClass.H5;
  }

  /**
   * Whether it takes back what was said before. It is not readable and counts for nothing; only a
   * rule about retraction may look at it.
   */
  public boolean retraction() {
    return !voided
        && sent.assertion() == Assertion.RETRACTED
        && shared()
        && sent.handling() != HandlingClass.H5;
  }

  private boolean shared() {
    return sent.countable() || released;
  }

  public boolean flag(String attribute) {
    return sent.flag(attribute);
  }
}
