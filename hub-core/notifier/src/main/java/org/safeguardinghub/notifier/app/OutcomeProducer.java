package org.safeguardinghub.notifier.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.notifier.codec.NotificationCodec;
import org.safeguardinghub.notifier.delivery.Outcome;
import org.safeguardinghub.notifier.dispatch.Teller;
import org.safeguardinghub.schemas.DeliveryRecord;

/** Writes outcomes to {@code deliveries.v1} and returns when the broker has them all. */
final class OutcomeProducer implements Consumer<List<Outcome>> {
  private final Producer<String, DeliveryRecord> producer;

  OutcomeProducer(Producer<String, DeliveryRecord> producer) {
    this.producer = producer;
  }

  @Override
  public void accept(List<Outcome> outcomes) {
    try {
      List<Future<RecordMetadata>> sending = new ArrayList<>();
      for (Outcome outcome : outcomes) {
        sending.add(
            producer.send(
                new ProducerRecord<>(
                    Topics.DELIVERIES.name(),
                    outcome.alertId(),
                    NotificationCodec.write(outcome))));
      }
      producer.flush();
      for (Future<RecordMetadata> sent : sending) {
        sent.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Teller.CannotTell(e);
    } catch (ExecutionException | KafkaException e) {
      throw new Teller.CannotTell(e);
    }
  }
}
