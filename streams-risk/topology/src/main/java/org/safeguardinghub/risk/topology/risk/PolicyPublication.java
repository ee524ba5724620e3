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

  /** Of the shipped policy, as its first activation of that version. */
  public static PolicyPublication of(Policy policy, String yaml, int partitions, Instant now) {
    Instant effective = policy.effectiveFrom().atStartOfDay(ZoneOffset.UTC).toInstant();
    // A later version is a later activation; activating a version again takes a number above both.
    long activation = policy.version();
    String recordId = policy.id() + '.' + policy.version() + '.' + activation;
    Map<String, SubjectEventRecord> markers = new TreeMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      markers.put(
          "~p" + partition + "|POLICY_ACTIVATED|" + recordId,
          SubjectEventRecord.newBuilder()
              .setSubject(Barrier.partitionSubject(partition))
              .setKind(SubjectEventKind.POLICY_ACTIVATED)
              .setRecordId(recordId)
              .setLoggedAt(now)
              .setBody(
                  PolicyActivatedRecord.newBuilder()
                      .setPolicyId(policy.id())
                      .setVersion(policy.version())
                      .setActivation(activation)
                      .setEffectiveFrom(effective)
                      .build())
              .build());
    }
    return new PolicyPublication(
        markers,
        PolicyVersionRecord.newBuilder()
            .setPolicyId(policy.id())
            .setVersion(policy.version())
            .setEffectiveFrom(effective)
            .setYaml(yaml)
            .setSha256(sha256(yaml))
            .setPublishedAt(now)
            .setPublishedBy(PUBLISHER)
            .build());
  }

  /** Key of a version on its topic. */
  public String key() {
    return version.getPolicyId() + '/' + version.getVersion();
  }

  /** Keys of the markers, in order. */
  public List<String> markerKeys() {
    return List.copyOf(markers.keySet());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
