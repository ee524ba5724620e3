package org.safeguardinghub.deploy.local.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.safeguardinghub.schemas.AlertActionKind;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AlertChange;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.AlertStateCode;
import org.safeguardinghub.schemas.Channel;
import org.safeguardinghub.schemas.NotificationRecord;

/**
 * The books of a run in which what tells people of alerts was killed again and again.
 *
 * @param receivers one entry for each channel
 */
public record AlertLedger(List<Receiver> receivers, Ladder ladder) {
  public AlertLedger {
    receivers = List.copyOf(receivers);
  }

  /**
   * What one receiver got.
   *
   * @param asked notifications whose person has this channel first
   * @param received of these, received here at least once
   * @param elsewhere of these, not received here and received over the person's next channel
   * @param missing of these, received nowhere
   * @param keys most idempotency keys of one notification here
   * @param astray keys received here that are no notification's
   * @param repeats copies beyond the first, each under the key of the first
   */
  public record Receiver(
      String name,
      int asked,
      int received,
      int elsewhere,
      int missing,
      int keys,
      int astray,
      int repeats) {
    boolean sound() {
      return missing == 0 && astray == 0 && keys <= 1;
    }
  }

  /**
   * What the ladder did.
   *
   * @param due due times that were reached
   * @param reachedTwice of these, more than once
   * @param climbs steps up the ladder, from the pictures of the alerts
   * @param picturesTwice pictures of an alert with a number that another picture has
   * @param overdue open alerts at the end whose due time has passed and that have not climbed
   */
  public record Ladder(
      int alerts, int due, int reachedTwice, int climbs, int picturesTwice, int overdue) {
    boolean sound() {
      return reachedTwice == 0 && picturesTwice == 0 && overdue == 0 && climbs == due;
    }
  }

  /** Whether nothing is missing and nothing was done twice. */
  public boolean sound() {
    return receivers.stream().allMatch(Receiver::sound) && ladder.sound();
  }

  /**
   * Closes the books.
   *
   * @param seen by channel, how often each key was received
   * @param now by the hub's clock
   */
  static AlertLedger of(
      List<NotificationRecord> notifications,
      Map<Channel, Map<String, Integer>> seen,
      List<AlertRecord> pictures,
      List<AlertActionRecord> actions,
      Instant now) {
    Map<String, NotificationRecord> asked = new HashMap<>();
    notifications.forEach(one -> asked.put(one.getNotificationId(), one));
    List<Receiver> receivers =
        Stream.of(Channel.EMAIL, Channel.WEBHOOK, Channel.TEXT)
            .map(channel -> receiver(channel, List.copyOf(asked.values()), seen))
            .toList();
    return new AlertLedger(receivers, ladder(pictures, actions, now));
  }

  private static Receiver receiver(
      Channel channel,
      List<NotificationRecord> notifications,
      Map<Channel, Map<String, Integer>> seen) {
    Map<String, Integer> here = seen.getOrDefault(channel, Map.of());
    int asked = 0;
    int received = 0;
    int elsewhere = 0;
    Map<String, Integer> keys = new HashMap<>();
    Set<String> astray = new HashSet<>(here.keySet());
    for (NotificationRecord one : notifications) {
      String key = key(one, channel);
      boolean got = here.containsKey(key);
      if (got) {
        astray.remove(key);
        keys.merge(one.getNotificationId(), 1, Integer::sum);
      }
      if (one.getChannel() == channel) {
        asked++;
        received += got ? 1 : 0;
        elsewhere += !got && others(one, seen) ? 1 : 0;
      }
    }
    int copies = here.values().stream().mapToInt(count -> count - 1).sum();
    return new Receiver(
        name(channel),
        asked,
        received,
        elsewhere,
        asked - received - elsewhere,
        keys.values().stream().mapToInt(count -> count).max().orElse(0),
        astray.size(),
        copies);
  }

  private static boolean others(NotificationRecord one, Map<Channel, Map<String, Integer>> seen) {
    return one.getOtherChannels().stream()
        .anyMatch(other -> seen.getOrDefault(other, Map.of()).containsKey(key(one, other)));
  }

  private static String key(NotificationRecord notification, Channel channel) {
    return notification.getNotificationId() + "-" + channel.name().toLowerCase(Locale.ROOT);
  }

  private static String name(Channel channel) {
    return switch (channel) {
      case EMAIL -> "mail server";
      case WEBHOOK -> "webhook receiver";
      case TEXT -> "GOV.UK Notify";
      case UNKNOWN -> throw new IllegalArgumentException("nobody is told over no channel");
    };
  }

  private static Ladder ladder(
      List<AlertRecord> pictures, List<AlertActionRecord> actions, Instant now) {
    Map<String, AlertRecord> newest = new HashMap<>();
    Set<String> numbers = new HashSet<>();
    int climbs = 0;
    for (AlertRecord picture : pictures) {
      numbers.add(picture.getAlertId() + "/" + picture.getVersion());
      newest.merge(
          picture.getAlertId(),
          picture,
          (one, other) -> one.getVersion() > other.getVersion() ? one : other);
      climbs += picture.getChange() == AlertChange.CLIMBED ? 1 : 0;
    }
    List<String> reached = new ArrayList<>();
    actions.stream()
        .filter(action -> action.getKind() == AlertActionKind.DEADLINE_REACHED)
        .forEach(action -> reached.add(action.getActionId()));
    int due = new HashSet<>(reached).size();
    long overdue =
        newest.values().stream()
            .filter(alert -> alert.getState() == AlertStateCode.OPEN)
            .filter(alert -> alert.getDueAt().filter(at -> !at.isAfter(now)).isPresent())
            .count();
    return new Ladder(
        newest.size(),
        due,
        reached.size() - due,
        climbs,
        pictures.size() - numbers.size(),
        (int) overdue);
  }
}
