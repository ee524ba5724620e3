package org.safeguardinghub.risk.topology.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.codec.Unusable;
import org.safeguardinghub.risk.policy.version.PolicyVersion;
import org.safeguardinghub.risk.policy.version.PolicyVersions;
import org.safeguardinghub.schemas.PolicyVersionRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dates of the published versions, read again whenever one has been published. */
final class PolicySchedule {
  private static final Logger LOG = LoggerFactory.getLogger(PolicySchedule.class);

  private final ReadOnlyKeyValueStore<String, byte[]> published;
  private final BytesReader<PolicyVersionRecord> reader;
  private final AtomicLong changes;
  private long seen = -1;
  private PolicyVersions versions = new PolicyVersions(List.of());

  PolicySchedule(ProcessorContext<?, ?> context, RiskEdge edge, AtomicLong changes) {
    this.published = context.getStateStore(Stored.POLICIES);
    this.reader =
        new BytesReader<>(
            edge.serdes().deserializer(PolicyVersionRecord.class), Topics.RISK_POLICY.name());
    this.changes = changes;
  }

  Optional<PolicyVersion> inForce(Instant at) {
    long now = changes.get();
    if (now != seen) {
      versions = read();
      seen = now;
    }
    return versions.inForce(at);
  }

  private PolicyVersions read() {
    List<PolicyVersion> all = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> entries = published.all()) {
      while (entries.hasNext()) {
        String name = entries.peekNextKey();
        try {
          all.add(PolicyPublication.version(reader.read(entries.next().value)));
        } catch (Unusable e) {
          LOG.error("policy version {} passed over: {}", name, e.getMessage());
        }
      }
    }
    return new PolicyVersions(all);
  }
}
