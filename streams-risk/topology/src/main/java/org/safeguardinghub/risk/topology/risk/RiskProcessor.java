package org.safeguardinghub.risk.topology.risk;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Makes the task of a partition when Kafka Streams starts it, and hands it what comes. */
final class RiskProcessor implements Processor<String, byte[], String, SpecificRecord> {
  static final Duration TICK = Duration.ofMillis(100);

  private final RiskEdge edge;
  private final AtomicLong directoryChanges;
  private final AtomicLong policyChanges;
  private @Nullable RiskTask task;

  RiskProcessor(RiskEdge edge, AtomicLong directoryChanges, AtomicLong policyChanges) {
    this.edge = edge;
    this.directoryChanges = directoryChanges;
    this.policyChanges = policyChanges;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    RiskTask started = new RiskTask(context, edge, directoryChanges, policyChanges);
    task = started;
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, _ -> started.tick());
  }

  @Override
  public void process(Record<String, byte[]> record) {
    RiskTask running = task;
    if (running == null) {
      throw new IllegalStateException("a record before the task was started");
    }
    running.process(record);
  }
}
