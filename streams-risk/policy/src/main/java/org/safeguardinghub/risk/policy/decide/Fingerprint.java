package org.safeguardinghub.risk.policy.decide;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import org.safeguardinghub.risk.policy.finding.Evidence;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Firing;

/**
 * Whether a finding reads as it did: 64 bits of all that a reader sees of it (FNV-1a over its
 * characters). It guards against no adversary, only against telling the same thing twice.
 */
final class Fingerprint {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long hash = BASIS;

  private Fingerprint() {}

  static String of(Finding finding) {
    Fingerprint print = new Fingerprint();
    for (Firing firing : finding.firings()) {
      print.add(firing);
    }
    print.add(finding.severity().name());
    for (Evidence evidence : finding.evidence()) {
      print.add(evidence);
    }
    print.add(finding.children());
    print.add(finding.because());
    print.add(finding.notKnown());
    print.add(finding.protective());
    print.add(finding.identityUnconfirmed() ? 1 : 0);
    return HexFormat.of().toHexDigits(print.hash);
  }

  private void add(Firing firing) {
    add(firing.at());
    add(firing.date().toEpochDay());
    add(firing.severity().name());
    add(firing.how());
    add(firing.evidence());
  }

  private void add(Evidence evidence) {
    add(evidence.eventId());
    add(evidence.receiptKey());
    add(evidence.type());
    add(evidence.agency());
    add(evidence.family().name());
    add(evidence.occurredAt());
    add(evidence.receivedAt());
    add(evidence.level());
    add(evidence.handling().name());
  }

  private void add(Collection<String> texts) {
    add(texts.size());
    texts.forEach(this::add);
  }

  // Each text goes in with its length, so that no two lists read alike.
  private void add(String text) {
    add(text.length());
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
  }

  private void add(Instant at) {
    add(at.getEpochSecond());
    add(at.getNano());
  }

  private void add(long number) {
    hash = (hash ^ (number & 0xffff_ffffL)) * PRIME;
    hash = (hash ^ (number >>> Integer.SIZE)) * PRIME;
  }
}
