package org.safeguardinghub.notifier.codec;

import java.util.List;
import java.util.Optional;
import org.safeguardinghub.notifier.delivery.Notification;
import org.safeguardinghub.notifier.delivery.Outcome;
import org.safeguardinghub.notifier.delivery.Template;
import org.safeguardinghub.schemas.Channel;
import org.safeguardinghub.schemas.DeliveryOutcome;
import org.safeguardinghub.schemas.DeliveryRecord;
import org.safeguardinghub.schemas.NotificationRecord;
import org.safeguardinghub.schemas.NotificationTemplate;

/** {@code notifications.v1} in, {@code deliveries.v1} out. */
public final class NotificationCodec {
  private static final int LONGEST_ID = 512;

  private NotificationCodec() {}

  /** Empty for an instruction of a later version that this one cannot follow. */
  public static Optional<Notification> read(NotificationRecord record) {
    if (record.getNotificationId().isBlank() || record.getNotificationId().length() > LONGEST_ID) {
      return Optional.empty();
    }
    return channel(record.getChannel())
        .flatMap(
            channel ->
                template(record.getTemplate())
                    .map(
                        template ->
                            new Notification(
                                record.getNotificationId(),
                                record.getAlertId(),
                                record.getPersonId(),
                                channel,
                                others(record),
                                template,
                                record.getReference(),
                                record.getDueAt(),
                                record.getCreatedAt())));
  }

  /** A channel of a later version is passed over: there may be one after it. */
  private static List<org.safeguardinghub.notifier.delivery.Channel> others(
      NotificationRecord record) {
    return record.getOtherChannels().stream()
        .flatMap(channel -> channel(channel).stream())
        .toList();
  }

  public static DeliveryRecord write(Outcome outcome) {
    return DeliveryRecord.newBuilder()
        .setNotificationId(outcome.notificationId())
        .setAlertId(outcome.alertId())
        .setPersonId(outcome.personId())
        .setChannel(channel(outcome.channel()))
        .setOutcome(kind(outcome.kind()))
        .setAttempt(outcome.attempt())
        .setProviderCode(outcome.providerCode())
        .setAt(outcome.at())
        .build();
  }

  private static Optional<org.safeguardinghub.notifier.delivery.Channel> channel(Channel channel) {
    return switch (channel) {
      case EMAIL -> Optional.of(org.safeguardinghub.notifier.delivery.Channel.EMAIL);
      case WEBHOOK -> Optional.of(org.safeguardinghub.notifier.delivery.Channel.WEBHOOK);
      case TEXT -> Optional.of(org.safeguardinghub.notifier.delivery.Channel.TEXT);
      case UNKNOWN -> Optional.empty();
    };
  }

  private static Channel channel(org.safeguardinghub.notifier.delivery.Channel channel) {
    return switch (channel) {
      case EMAIL -> Channel.EMAIL;
      case WEBHOOK -> Channel.WEBHOOK;
      case TEXT -> Channel.TEXT;
    };
  }

  private static Optional<Template> template(NotificationTemplate template) {
    return switch (template) {
      case NEW_ALERT -> Optional.of(Template.NEW_ALERT);
      case STRENGTHENED -> Optional.of(Template.STRENGTHENED);
      case OVERDUE_TO_DEPUTY -> Optional.of(Template.OVERDUE_TO_DEPUTY);
      case WITHDRAWN -> Optional.of(Template.WITHDRAWN);
      case REROUTED -> Optional.of(Template.REROUTED);
      case CORRECTED -> Optional.of(Template.CORRECTED);
      case LOOK_AGAIN -> Optional.of(Template.LOOK_AGAIN);
      case DISAGREEMENT -> Optional.of(Template.DISAGREEMENT);
      case HELD_BY_POLICY -> Optional.of(Template.HELD_BY_POLICY);
      case ACTION_AGREED -> Optional.of(Template.ACTION_AGREED);
      case ACTION_OVERDUE -> Optional.of(Template.ACTION_OVERDUE);
      case COPY -> Optional.of(Template.COPY);
      case GLASS_BROKEN -> Optional.of(Template.GLASS_BROKEN);
      case UNKNOWN -> Optional.empty();
    };
  }

  private static DeliveryOutcome kind(Outcome.Kind kind) {
    return switch (kind) {
      case DELIVERED -> DeliveryOutcome.DELIVERED;
      case FAILED_WILL_RETRY -> DeliveryOutcome.FAILED_WILL_RETRY;
      case UNDELIVERABLE -> DeliveryOutcome.UNDELIVERABLE;
      case NEXT_CHANNEL -> DeliveryOutcome.NEXT_CHANNEL;
      case HANDED_OVER -> DeliveryOutcome.HANDED_OVER;
    };
  }
}
