package org.safeguardinghub.risk.topology.risk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.policy.RiskPolicy;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.schemas.PolicyActivatedRecord;
import org.safeguardinghub.schemas.PolicyVersionRecord;

/**
 * The one policy version by which this partition is evaluated: the shipped one until a marker in
 * the partition's log has activated another.
 */
final class ActivePolicy {
  private static final String KEY = "~policy";

  private final RiskEdge edge;
  private final KeyValueStore<String, byte[]> own;
  private final ReadOnlyKeyValueStore<String, byte[]> published;
  private final BytesReader<PolicyVersionRecord> reader;
  private final Map<String, RiskPolicy> read = new HashMap<>();

  ActivePolicy(ProcessorContext<?, ?> context, RiskEdge edge) {
    this.edge = edge;
    this.own = context.getStateStore(Stored.SUBJECTS);
    this.published = context.getStateStore(Stored.POLICIES);
    this.reader =
        new BytesReader<>(
            edge.serdes().deserializer(PolicyVersionRecord.class), Topics.RISK_POLICY.name());
    read.put(name(edge.shipped().id(), edge.shipped().version()), policy(edge.shipped()));
  }

  RiskPolicy policy() {
    byte[] marker = own.get(KEY);
    return marker == null
        ? version(name(edge.shipped().id(), edge.shipped().version()))
        : version(new String(marker, UTF_8).split("\\|", 2)[1]);
  }

  /** Whether the marker brought another version than the one before. */
  boolean activate(PolicyActivatedRecord marker) {
    byte[] before = own.get(KEY);
    String wanted = name(marker.getPolicyId(), marker.getVersion());
    if (before != null && activation(before) >= marker.getActivation()) {
      return false;
    }
    String current = name();
    version(wanted);
    own.put(KEY, (marker.getActivation() + "|" + wanted).getBytes(UTF_8));
    return !wanted.equals(current);
  }

  /** The version by which is evaluated. */
  String name() {
    Policy active = policy().policy();
    return name(active.id(), active.version());
  }

  /** A number above every activation so far. */
  long nextActivation() {
    byte[] marker = own.get(KEY);
    return marker == null ? 1 : activation(marker) + 1;
  }

  private static long activation(byte[] marker) {
    return Long.parseLong(new String(marker, UTF_8).split("\\|", 2)[0]);
  }

  RiskPolicy version(String name) {
    return read.computeIfAbsent(name, this::load);
  }

  private RiskPolicy load(String name) {
    byte[] bytes = published.get(name);
    if (bytes == null) {
      // The policy topic is read by another thread: the task stops here and tries again.
      throw new IllegalStateException("policy " + name + " was activated but is not there yet");
    }
    return policy(edge.reader().apply(reader.read(bytes).getYaml()));
  }

  private RiskPolicy policy(Policy policy) {
    return new RiskPolicy(policy, edge.catalogue());
  }

  static String name(String id, int version) {
    return id + '/' + version;
  }
}
