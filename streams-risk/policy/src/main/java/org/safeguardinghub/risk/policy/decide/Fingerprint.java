package org.safeguardinghub.risk.policy.decide;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
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

  // The print after each firing and each piece of evidence. A finding that stands for years has
  // many, and nearly all of them stay.
  private final long[] afterFiring;
  private final long[] afterEvidence;
  private long hash = BASIS;

  private Fingerprint(long[] afterFiring, Finding finding) {
    this.afterFiring = afterFiring;
    this.afterEvidence = new long[finding.evidence().size()];
  }

  /** The print of a finding as it is stored. */
  static String of(Finding finding) {
    return taken(finding).text();
  }

  static Fingerprint taken(Finding finding) {
    Fingerprint print = new Fingerprint(new long[finding.firings().size()], finding);
    print.take(finding, 0, 0);
    return print;
  }

  /**
   * The print of a finding that goes on from the one of which this is, at the cost of what differs.
   */
  Fingerprint next(Shared shared) {
    Finding next = shared.now();
    boolean all = shared.allFirings();
    int seen = all && next.severity() == shared.said().severity() ? shared.evidence() : 0;
    Fingerprint print =
        new Fingerprint(
            all ? afterFiring : Arrays.copyOf(afterFiring, next.firings().size()), next);
    System.arraycopy(afterEvidence, 0, print.afterEvidence, 0, seen);
    print.take(next, shared.firings(), seen);
    return print;
  }

  /**
   * @param firings how many of them are known
   * @param evidence how much of it is known, with all before it
   */
  private void take(Finding finding, int firings, int evidence) {
    if (evidence > 0) {
      hash = afterEvidence[evidence - 1];
    } else {
      takeFirings(finding.firings(), firings);
      add(finding.severity().name());
    }
    for (int i = evidence; i < afterEvidence.length; i++) {
      add(finding.evidence().get(i));
      afterEvidence[i] = hash;
    }
    add(finding.children());
    add(finding.because());
    add(finding.notKnown());
    add(finding.protective());
    add(finding.identityUnconfirmed() ? 1 : 0);
  }

  private void takeFirings(List<Firing> firings, int known) {
    if (known > 0) {
      hash = afterFiring[known - 1];
    }
    for (int i = known; i < afterFiring.length; i++) {
      add(firings.get(i));
      afterFiring[i] = hash;
    }
  }

  /** As it is stored. */
  String text() {
    return HexFormat.of().toHexDigits(hash);
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
    long sofar = hash;
    for (int i = 0; i < text.length(); i++) {
      sofar = (sofar ^ text.charAt(i)) * PRIME;
    }
    hash = sofar;
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
