package org.safeguardinghub.connectors.intake.publish;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.safeguardinghub.kernel.topics.Topic;

/** Sends records and waits until the brokers have them. */
public interface RecordSender extends AutoCloseable {
  /**
   * Sends all; the receipts of which at least one record is not safely there come back. Never
   * throws for a broker.
   */
  Set<String> send(List<Outgoing> records);

  @Override
  void close();

  /**
   * One record on its way.
   *
   * @param feed the feed with whose credential it is written; empty: with the connector's own
   * @param receiptId the message that it belongs to
   * @param body the value in binary Avro, where it was written already
   */
  record Outgoing(
      java.util.Optional<String> feed,
      String receiptId,
      Topic topic,
      String key,
      SpecificRecord value,
      java.util.Optional<ByteBuffer> body) {
    Outgoing(
        java.util.Optional<String> feed,
        String receiptId,
        Topic topic,
        String key,
        SpecificRecord value) {
      this(feed, receiptId, topic, key, value, java.util.Optional.empty());
    }

    @Override
    public String toString() {
      return "Outgoing[" + topic.name() + ", " + receiptId + "]";
    }
  }
}
