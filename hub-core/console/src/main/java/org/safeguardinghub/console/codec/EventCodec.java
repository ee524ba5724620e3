package org.safeguardinghub.console.codec;

import java.time.Duration;
import java.util.Optional;
import org.safeguardinghub.console.alert.DeliveryLine;
import org.safeguardinghub.console.alert.EventDetail;
import org.safeguardinghub.console.alert.FeedLine;
import org.safeguardinghub.console.alert.RunningClock;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.DecayedLoad;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.DeliveryRecord;
import org.safeguardinghub.schemas.FeedHealthRecord;
import org.safeguardinghub.schemas.LoadRecord;
import org.safeguardinghub.schemas.OccurredPrecision;
import org.safeguardinghub.schemas.RunningClockRecord;

/** Events, deliveries and feeds as published to the console's own values. */
public final class EventCodec {
  private EventCodec() {}

  public static EventDetail detail(AttributedEventRecord stored) {
    return new EventDetail(
        stored.getEventId(),
        stored.getType(),
        stored.getPublisher().getAgency(),
        stored.getPublisher().getFamily(),
        stored.getOccurredAt(),
        precision(stored.getOccurredPrecision()),
        stored.getReceivedAt(),
        stored.getLevel().getEffective(),
        AlertCodec.handling(stored.getHandling().getHandlingClass()),
        assertion(stored.getAssertion()),
        stored.getIdentityConfirmed(),
        stored.getNarrative().map(SealedCodec::fromRecord),
        stored.getChildVoice().map(SealedCodec::fromRecord),
        stored.getSupersedes(),
        stored.getIncidentRef(),
        stored.getDerivedFrom());
  }

  public static DeliveryLine delivery(DeliveryRecord stored) {
    return new DeliveryLine(
        stored.getPersonId(),
        switch (stored.getChannel()) {
          case EMAIL -> DeliveryLine.Channel.EMAIL;
          case WEBHOOK -> DeliveryLine.Channel.WEBHOOK;
          case TEXT -> DeliveryLine.Channel.TEXT;
          case UNKNOWN -> DeliveryLine.Channel.OTHER;
        },
        switch (stored.getOutcome()) {
          case DELIVERED -> DeliveryLine.Outcome.DELIVERED;
          case FAILED_WILL_RETRY -> DeliveryLine.Outcome.WILL_RETRY;
          case UNDELIVERABLE -> DeliveryLine.Outcome.UNDELIVERABLE;
          case NEXT_CHANNEL -> DeliveryLine.Outcome.NEXT_CHANNEL;
          case HANDED_OVER -> DeliveryLine.Outcome.HANDED_OVER;
          case UNKNOWN -> DeliveryLine.Outcome.UNKNOWN;
        },
        stored.getAttempt(),
        stored.getAt());
  }

  public static DecayedLoad load(LoadRecord stored) {
    return new DecayedLoad(
        stored.getAt(),
        stored.getTerms().stream()
            .map(
                term ->
                    new DecayedLoad.Term(
                        AlertCodec.handling(term.getHandlingClass()),
                        term.getHalfLifeDays(),
                        term.getSum(),
                        term.getFloor()))
            .toList(),
        stored.getProtective());
  }

  static RunningClock clock(RunningClockRecord stored) {
    return new RunningClock(
        stored.getWhat(),
        stored.getSince(),
        stored.getDueAt(),
        AlertCodec.handling(stored.getHandlingClass()));
  }

  public static FeedLine feed(FeedHealthRecord stored) {
    return new FeedLine(
        stored.getFeed(),
        stored.getConnector(),
        stored.getLastReceivedAt(),
        stored.getAccepted(),
        stored.getRefused(),
        stored.getSilentAfterHours().map(Duration::ofHours),
        stored.getTypes().stream()
            .map(
                type ->
                    new FeedLine.TypeLine(
                        type.getEventType(),
                        Optional.of(type.getLastAcceptedAt()),
                        Optional.empty()))
            .toList(),
        stored.getAt());
  }

  private static EventDetail.Precision precision(OccurredPrecision stored) {
    return switch (stored) {
      case EXACT -> EventDetail.Precision.EXACT;
      case DAY -> EventDetail.Precision.DAY;
      case APPROXIMATE, UNKNOWN -> EventDetail.Precision.APPROXIMATE;
      case RANGE -> EventDetail.Precision.RANGE;
    };
  }

  private static Assertion assertion(org.safeguardinghub.schemas.Assertion stored) {
    return switch (stored) {
      case OBSERVED -> Assertion.OBSERVED;
      case DISCLOSED -> Assertion.DISCLOSED;
      case REPORTED, UNKNOWN -> Assertion.REPORTED;
      case SUSPECTED -> Assertion.SUSPECTED;
      case OPINION -> Assertion.OPINION;
      case DENIED -> Assertion.DENIED;
      case RETRACTED -> Assertion.RETRACTED;
      case UNFOUNDED -> Assertion.UNFOUNDED;
    };
  }
}
