package org.safeguardinghub.risk.policy.decide;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ToLongFunction;
import org.safeguardinghub.risk.policy.finding.Evidence;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Firing;

/**
 * Whether a finding reads as it did: 64 bits of all that a reader sees of it (FNV-1a over its
 * characters; what it has many of goes in by the print of each). It guards against no adversary,
 * only against telling the same thing twice.
 *
 * <p>A finding that stands for years has many firings, much evidence and many remarks, and nearly
 * all of them stay: their prints are kept for the next reading.
 */
final class Fingerprint {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final Many<Firing> firings;
  private final Many<Evidence> evidence;
  private final Many<String> remarks;
  private final long hash;

  private Fingerprint(
      Finding finding, Many<Firing> firings, Many<Evidence> evidence, Many<String> remarks) {
    this.firings = firings.now(finding.firings(), Fingerprint::print);
    this.evidence = evidence.now(finding.evidence(), Fingerprint::print);
    this.remarks = remarks.now(finding.notKnown(), text -> add(BASIS, text));
    long all = this.firings.addTo(BASIS);
    all = add(all, finding.severity().name());
    all = this.evidence.addTo(all);
    all = add(all, finding.children());
    all = add(all, finding.because());
    all = this.remarks.addTo(all);
    all = add(all, finding.protective());
    this.hash = add(all, finding.identityUnconfirmed() ? 1 : 0);
  }

  /** What a finding has many of, with the print of each. */
  private static final class Many<T> {
    private final List<T> of;
    private final long[] prints;

    private Many(List<T> of, long[] prints) {
      this.of = of;
      this.prints = prints;
    }

    static <T> Many<T> none() {
      return new Many<>(List.of(), new long[0]);
    }

    /** As they are now. What stays is the same object, and in the same order. */
    @SuppressWarnings("ReferenceEquality") // As said above; another is printed anew.
    Many<T> now(List<T> all, ToLongFunction<T> printer) {
      long[] printed = new long[all.size()];
      int next = 0;
      for (int i = 0; i < printed.length; i++) {
        int at = next;
        while (at < of.size() && of.get(at) != all.get(i)) {
          at++;
        }
        if (at < of.size()) {
          printed[i] = prints[at];
          next = at + 1;
        } else {
          printed[i] = printer.applyAsLong(all.get(i));
        }
      }
      return new Many<>(all, printed);
    }

    long addTo(long hash) {
      long all = add(hash, prints.length);
      for (long print : prints) {
        all = add(all, print);
      }
      return all;
    }
  }

  /** The print of a finding as it is stored. */
  static String of(Finding finding) {
    return taken(finding).text();
  }

  static Fingerprint taken(Finding finding) {
    return new Fingerprint(finding, Many.none(), Many.none(), Many.none());
  }

  /** The same print, at the cost of what is new since an earlier reading of the finding. */
  static Fingerprint taken(Finding finding, Fingerprint known) {
    return new Fingerprint(finding, known.firings, known.evidence, known.remarks);
  }

  /** As it is stored. */
  String text() {
    return HexFormat.of().toHexDigits(hash);
  }

  private static long print(Firing firing) {
    long print = add(BASIS, firing.at());
    print = add(print, firing.date().toEpochDay());
    print = add(print, firing.severity().name());
    print = add(print, firing.how());
    return add(print, firing.evidence());
  }

  private static long print(Evidence evidence) {
    long print = add(BASIS, evidence.eventId());
    print = add(print, evidence.receiptKey());
    print = add(print, evidence.type());
    print = add(print, evidence.agency());
    print = add(print, evidence.family().name());
    print = add(print, evidence.occurredAt());
    print = add(print, evidence.receivedAt());
    print = add(print, evidence.level());
    return add(print, evidence.handling().name());
  }

  private static long add(long hash, Collection<String> texts) {
    long all = add(hash, texts.size());
    for (String text : texts) {
      all = add(all, text);
    }
    return all;
  }

  // Each text goes in with its length, so that no two lists read alike.
  private static long add(long hash, String text) {
    long all = add(hash, text.length());
    for (int i = 0; i < text.length(); i++) {
      all = (all ^ text.charAt(i)) * PRIME;
    }
    return all;
  }

  private static long add(long hash, Instant at) {
    return add(add(hash, at.getEpochSecond()), at.getNano());
  }

  private static long add(long hash, long number) {
    long half = (hash ^ (number & 0xffff_ffffL)) * PRIME;
    return (half ^ (number >>> Integer.SIZE)) * PRIME;
  }
}
