package org.safeguardinghub.notifier.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Invented notifications. */
public final class Fixtures {
  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  public static final Instant STORY = Instant.parse("2026-02-10T09:30:00Z");

  private Fixtures() {}

  public static Notification mail(String id, String person) {
    return notification(id, person, Channel.EMAIL);
  }

  public static Notification webhook(String id, String person) {
    return notification(id, person, Channel.WEBHOOK);
  }

  /** Over several channels, the first one first. */
  public static Notification over(String id, String person, Channel first, Channel... others) {
    return notification(id, person, first, others);
  }

  private static Notification notification(
      String id, String person, Channel channel, Channel... others) {
    return new Notification(
        id,
        "alert-of-" + id,
        person,
        channel,
        List.of(others),
        Template.NEW_ALERT,
        "R-" + id,
        Optional.of(Instant.parse("2026-06-30T13:30:00Z")),
        STORY);
  }
}
