package org.safeguardinghub.connectors.intake.publish;

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
   */
  record Outgoing(
      java.util.Optional<String> feed,
      String receiptId,
      Topic topic,
      String key,
      SpecificRecord value) {
    @Override
    public String toString() {
      return "Outgoing[" + topic.name() + ", " + receiptId + "]";
    }
  }
}
