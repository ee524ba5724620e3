package org.safeguardinghub.deploy.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.mail.KeptMails;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.runtime.WholeTopic;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.kernel.topics.Topic;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.notifier.text.WireId;
import org.safeguardinghub.schemas.AlertChange;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.Channel;
import org.safeguardinghub.schemas.DeliveryOutcome;
import org.safeguardinghub.schemas.DeliveryRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.Fate;
import org.safeguardinghub.schemas.NotificationRecord;

/**
 * The books of a run, closed: counted from the topics, each read by a principal that may.
 *
 * @param messages messages that agencies sent
 * @param fates subjects of messages, by what became of them
 * @param withoutFate subjects of messages that are still only received
 * @param alerts alerts that were raised
 * @param raisedTwice alerts with more than one raising, or findings in two alerts
 * @param notifications instructions to tell somebody, counted by id
 * @param undelivered keys without a delivery
 * @param deliveredTwice keys of which more than one attempt was recorded as delivered; one
 *     attempt's record may stand twice, word for word, after a crash
 * @param mailsAstray mails under no key, and mail keys recorded as delivered without a mail
 * @param mailsRepeated copies of a mail beyond the first: the mail server had accepted it and the
 *     notifier died before it could note that; same Message-ID, so no second alert
 */
public record EndLedger(
    int messages,
    Map<Fate, Integer> fates,
    int withoutFate,
    int alerts,
    int raisedTwice,
    int notifications,
    int undelivered,
    int deliveredTwice,
    int mailsAstray,
    int mailsRepeated) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Whether the books add up. */
  public boolean sound() {
    return withoutFate == 0
        && raisedTwice == 0
        && undelivered == 0
        && deliveredTwice == 0
        && mailsAstray == 0;
  }

  public static EndLedger read(EmbeddedHub hub, int messages, InstantSource wall) {
    // Deliveries follow their instructions by some moments, and by a retry where a process was
    // killed in between.
    Instant begun = wall.instant();
    EndLedger ledger = once(hub, messages);
    while (!ledger.sound() && Duration.between(begun, wall.instant()).compareTo(PATIENCE) < 0) {
      ledger = once(hub, messages);
    }
    return ledger;
  }

  private static EndLedger once(EmbeddedHub hub, int messages) {
    Map<String, Fate> fates = new HashMap<>();
    all(
        hub,
        Principals.STORY,
        Topics.DISPOSITIONS,
        DispositionRecord.class,
        (receipt, disposition) -> fates.put(receipt, disposition.getFate()));
    Map<String, Integer> raisings = new HashMap<>();
    Map<String, Set<String>> alertsOfFinding = new HashMap<>();
    all(
        hub,
        Principals.STORY,
        Topics.ALERTS,
        AlertRecord.class,
        (_, alert) -> {
          raisings.merge(
              alert.getAlertId(), alert.getChange() == AlertChange.RAISED ? 1 : 0, Integer::sum);
          alert
              .getFindings()
              .forEach(
                  finding ->
                      alertsOfFinding
                          .computeIfAbsent(finding.getFindingId(), id -> new HashSet<>())
                          .add(alert.getAlertId()));
        });
    Set<String> wanted = new HashSet<>();
    all(
        hub,
        Principals.NOTIFIER,
        Topics.NOTIFICATIONS,
        NotificationRecord.class,
        (_, notification) -> wanted.add(notification.getNotificationId()));
    Map<String, Set<Integer>> delivered = new HashMap<>();
    Set<String> deliveredMails = new HashSet<>();
    all(
        hub,
        Principals.CONSOLE,
        Topics.DELIVERIES,
        DeliveryRecord.class,
        (_, delivery) -> {
          if (delivery.getOutcome() == DeliveryOutcome.DELIVERED) {
            String key = delivery.getNotificationId();
            delivered.computeIfAbsent(key, id -> new HashSet<>()).add(delivery.getAttempt());
            if (delivery.getChannel() == Channel.EMAIL) {
              deliveredMails.add(mailId(key));
            }
          }
        });
    List<String> mails = KeptMails.messageIds(hub.mailboxes());
    Set<String> astray = new HashSet<>(mails);
    wanted.stream().map(EndLedger::mailId).forEach(astray::remove);
    deliveredMails.stream().filter(id -> !mails.contains(id)).forEach(astray::add);
    Map<Fate, Integer> counted = new HashMap<>();
    fates.values().forEach(fate -> counted.merge(fate, 1, Integer::sum));
    long twice =
        raisings.values().stream().filter(count -> count != 1).count()
            + alertsOfFinding.values().stream().filter(alerts -> alerts.size() > 1).count();
    return new EndLedger(
        messages,
        Map.copyOf(counted),
        counted.getOrDefault(Fate.RECEIVED, 0),
        raisings.size(),
        (int) twice,
        wanted.size(),
        (int) wanted.stream().filter(key -> !delivered.containsKey(key)).count(),
        (int) delivered.values().stream().filter(attempts -> attempts.size() > 1).count(),
        astray.size(),
        mails.size() - new HashSet<>(mails).size());
  }

  /** The Message-ID of a notification where it goes out as a mail. */
  private static String mailId(String notificationId) {
    return WireId.messageId(notificationId + "-email");
  }

  /** Each key and value of a topic, from its beginning to its present end. */
  static <T extends SpecificRecord> void all(
      EmbeddedHub hub, String principal, Topic topic, Class<T> type, BiConsumer<String, T> each) {
    KafkaSettings kafka = hub.kafka(principal);
    Deserializer<T> values = AvroSerdes.of(kafka.registry()).deserializer(type);
    WholeTopic.each(
        kafka,
        "end-ledger",
        topic,
        read -> each.accept(read.key(), values.deserialize(read.topic(), read.value())));
  }
}
