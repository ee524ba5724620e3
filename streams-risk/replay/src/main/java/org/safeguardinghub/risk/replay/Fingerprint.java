package org.safeguardinghub.risk.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.schemas.RiskDecisionRecord;

/**
 * SHA-256 over decisions in a canonical form: subject by subject in order, each subject's in the
 * order in which they were taken, everything but the moment at which a machine took them.
 */
final class Fingerprint {
  private Fingerprint() {}

  static String of(List<RiskDecisionRecord> decisions) {
    Map<String, List<String>> bySubject = new TreeMap<>();
    for (RiskDecisionRecord decision : decisions) {
      bySubject
          .computeIfAbsent(Refs.of(decision.getSubject()).typed(), _ -> new ArrayList<>())
          .add(canonical(decision));
    }
    MessageDigest digest = sha256();
    bySubject.values().forEach(lines -> lines.forEach(line -> digest.update(line.getBytes(UTF_8))));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String canonical(RiskDecisionRecord decision) {
    return RiskDecisionRecord.newBuilder(decision).setDecidedAt(Instant.EPOCH).build() + "\n";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
