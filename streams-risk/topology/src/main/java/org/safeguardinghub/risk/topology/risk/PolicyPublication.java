package org.safeguardinghub.risk.topology.risk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.version.PolicyVersion;
import org.safeguardinghub.schemas.PolicyActivatedRecord;
import org.safeguardinghub.schemas.PolicyVersionRecord;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectEventRecord;

/**
 * What is published when a policy version is new: a marker in each partition of the subject log,
 * then the version itself. The version comes last: where it is there, its markers are.
 *
 * @param markers by topic key
 * @param version under {@code <id>/<version>}
 */
public record PolicyPublication(
    Map<String, SubjectEventRecord> markers, PolicyVersionRecord version) {
  private static final String PUBLISHER = "shipped";

  public PolicyPublication {
    markers = new TreeMap<>(markers);
  }

  /** The version that a record of the policy topic carries, without its text. */
  public static PolicyVersion version(PolicyVersionRecord stored) {
    return new PolicyVersion(
        stored.getPolicyId(),
        stored.getVersion(),
        stored.getEffectiveFrom(),
        stored.getSha256(),
        stored.getPublishedAt(),
        stored.getPublishedBy());
  }

  /** The record of a version with its text. */
  public static PolicyVersionRecord record(PolicyVersion version, String yaml) {
    return PolicyVersionRecord.newBuilder()
        .setPolicyId(version.policyId())
        .setVersion(version.version())
        .setEffectiveFrom(version.effectiveFrom())
        .setYaml(yaml)
        .setSha256(version.sha256())
        .setPublishedAt(version.publishedAt())
        .setPublishedBy(version.publishedBy())
        .build();
  }

  /** The marker by which a partition goes over to a version. */
  static SubjectEventRecord marker(
      int partition,
      String policyId,
      int version,
      long activation,
      Instant effective,
      Instant now) {
    return SubjectEventRecord.newBuilder()
        .setSubject(Barrier.partitionSubject(partition))
        .setKind(SubjectEventKind.POLICY_ACTIVATED)
        .setRecordId(policyId + '.' + version + '.' + activation)
        .setLoggedAt(now)
        .setBody(
            PolicyActivatedRecord.newBuilder()
                .setPolicyId(policyId)
                .setVersion(version)
                .setActivation(activation)
                .setEffectiveFrom(effective)
                .build())
        .build();
  }

  /** Its key on the subject log. */
  static String markerKey(int partition, SubjectEventRecord marker) {
    return "~p" + partition + "|POLICY_ACTIVATED|" + marker.getRecordId();
  }

  /** Of the shipped policy, as its first activation of that version. */
  public static PolicyPublication of(Policy policy, String yaml, int partitions, Instant now) {
    Instant effective = policy.effectiveFrom().atStartOfDay(ZoneOffset.UTC).toInstant();
    // A later version is a later activation; activating a version again takes a number above both.
    long activation = policy.version();
    Map<String, SubjectEventRecord> markers = new TreeMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      SubjectEventRecord marker =
          marker(partition, policy.id(), policy.version(), activation, effective, now);
      markers.put(markerKey(partition, marker), marker);
    }
    return new PolicyPublication(
        markers,
        record(
            new PolicyVersion(
                policy.id(), policy.version(), effective, sha256(yaml), now, PUBLISHER),
            yaml));
  }

  /** Key of a version on its topic. */
  public String key() {
    return version.getPolicyId() + '/' + version.getVersion();
  }

  /** Keys of the markers, in order. */
  public List<String> markerKeys() {
    return List.copyOf(markers.keySet());
  }

  public static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
