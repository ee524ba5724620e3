package org.safeguardinghub.risk.policy.decide;

import java.time.Instant;
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

  // The print after each firing. A finding that stands for years has many, and they stay.
  private final long[] afterFiring;
  private long hash = BASIS;

  private Fingerprint(int firings) {
    this.afterFiring = new long[firings];
  }

  /** The print of a finding as it is stored. */
  static String of(Finding finding) {
    return taken(finding).text();
  }

  static Fingerprint taken(Finding finding) {
    return taken(finding, new Fingerprint(finding.firings().size()), 0);
  }

  /** The same print, at the cost of what was added to an earlier reading of the finding. */
  @SuppressWarnings("ReferenceEquality") // A firing that is kept is the same object.
  static Fingerprint taken(Finding finding, Finding earlier, Fingerprint known) {
    List<Firing> firings = finding.firings();
    int most = Math.min(firings.size(), earlier.firings().size());
    int same = 0;
    while (same < most && firings.get(same) == earlier.firings().get(same)) {
      same++;
    }
    Fingerprint print = new Fingerprint(firings.size());
    System.arraycopy(known.afterFiring, 0, print.afterFiring, 0, same);
    if (same > 0) {
      print.hash = known.afterFiring[same - 1];
    }
    return taken(finding, print, same);
  }

  private static Fingerprint taken(Finding finding, Fingerprint print, int known) {
    for (int i = known; i < finding.firings().size(); i++) {
      print.add(finding.firings().get(i));
      print.afterFiring[i] = print.hash;
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
    return print;
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
