package org.safeguardinghub.risk.topology.identity;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.IdentityRulingRecord;

/** The two inputs of the one ordered linker: requests and rulings. Both work on the same index. */
final class LinkerProcessor {
  private LinkerProcessor() {}

  private static LinkIndex index(
      ProcessorContext<String, SpecificRecord> context, IdentityEdge edge) {
    return new LinkIndex(
        context.getStateStore(LinkIndex.KEYS),
        context.getStateStore(LinkIndex.PEOPLE),
        context.getStateStore(LinkIndex.QUESTIONS),
        context.getStateStore(LinkIndex.DECISIONS),
        edge.people());
  }

  /** Takes new and changed persons. */
  static final class OfRequests implements Processor<String, byte[], String, SpecificRecord> {
    private final IdentityEdge edge;
    private final RecordReader<ConcernRecord> reader;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable Linker linker;

    OfRequests(IdentityEdge edge) {
      this.edge = edge;
      this.reader = new RecordReader<>(edge.serdes().deserializer(ConcernRecord.class));
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> started) {
      context = started;
      linker = new Linker(edge, index(started, edge), new Outbox(started, edge.clock()));
    }

    @Override
    public void process(Record<String, byte[]> record) {
      if (context != null && linker != null) {
        reader.read(context.recordMetadata(), record.value()).ifPresent(linker::handle);
      }
    }
  }

  /** Takes stewards' answers. */
  static final class OfRulings implements Processor<String, byte[], String, SpecificRecord> {
    private final IdentityEdge edge;
    private final RecordReader<IdentityRulingRecord> reader;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable Steward steward;

    OfRulings(IdentityEdge edge) {
      this.edge = edge;
      this.reader = new RecordReader<>(edge.serdes().deserializer(IdentityRulingRecord.class));
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> started) {
      context = started;
      LinkIndex index = index(started, edge);
      Outbox outbox = new Outbox(started, edge.clock());
      steward = new Steward(edge, index, outbox, new Linker(edge, index, outbox));
    }

    @Override
    public void process(Record<String, byte[]> record) {
      if (context != null && steward != null) {
        Steward ready = steward;
        reader
            .read(context.recordMetadata(), record.value())
            .ifPresent(ruling -> ready.rule(ruling.getTaskId(), ruling));
      }
    }
  }
}
