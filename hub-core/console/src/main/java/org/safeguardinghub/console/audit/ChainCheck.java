package org.safeguardinghub.console.audit;

import java.security.PublicKey;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.console.audit.HashChain.Link;

/**
 * Reads a chain from its first record on and says what is wrong with it: altered, removed, moved
 * and made-up records, and an end that is cut off. A record that stands twice, word for word, is
 * what a console leaves that was ended while it published; it changes nothing.
 */
public final class ChainCheck {
  private static final int MOST_FAULTS = 20;
  private static final Period KEPT = Period.ofYears(7);

  private final PublicKey key;
  private final Instant now;
  private final Map<String, Link> seen = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private @Nullable Link last;
  private @Nullable Link first;
  private long records;
  private long checkpoints;
  private long repeats;
  private int sinceCheckpoint;
  // Where the chain is broken, how many records there were before is not known any more.
  private boolean counted = true;

  /**
   * @param key the public half of the key that signs checkpoints
   * @param now records older than the log keeps them may be gone
   */
  public ChainCheck(PublicKey key, Instant now) {
    this.key = key;
    this.now = now;
  }

  /**
   * Something that is wrong.
   *
   * @param record its place, from 1
   * @param auditId its id; empty where it is about no record
   */
  public record Fault(long record, String auditId, String what) {}

  /**
   * What was found.
   *
   * @param records records, without repeats
   * @param checkpoints signed ones among them
   * @param repeats records that stand there again
   * @param faults the first of them; none: the chain holds
   */
  public record Verdict(
      long records,
      long checkpoints,
      long repeats,
      Optional<Instant> from,
      Optional<Instant> until,
      List<Fault> faults) {
    public Verdict {
      faults = List.copyOf(faults);
    }

    public boolean holds() {
      return faults.isEmpty();
    }
  }

  /** The next record of the log. */
  public void next(Link link) {
    Link known = seen.get(link.hash());
    if (known != null && known.equals(link)) {
      repeats++;
      return;
    }
    records++;
    follows(link);
    if (Checkpoint.is(link)) {
      checkpoint(link);
    } else {
      sinceCheckpoint++;
      if (counted && sinceCheckpoint == Checkpoint.EVERY + 1) {
        fault(link, "a signed checkpoint is missing before it");
      }
    }
    seen.put(link.hash(), link);
    last = link;
  }

  private void follows(Link link) {
    Link before = last;
    if (before == null) {
      first = link;
      if (!link.previousHash().isEmpty() && !outlived(link)) {
        fault(link, "records before it are gone");
      }
      counted = link.previousHash().isEmpty();
    } else if (!link.previousHash().equals(before.hash())) {
      fault(link, "it does not follow the one before: a record was removed, put in or moved");
      counted = false;
    }
    if (!HashChain.holds(link.previousHash(), List.of(link))) {
      fault(link, "it was altered: its hash is not that of its content");
    }
  }

  private boolean outlived(Link link) {
    return link.at().atZone(ZoneOffset.UTC).plus(KEPT).toInstant().isBefore(now);
  }

  private void checkpoint(Link link) {
    checkpoints++;
    if (counted && !Checkpoint.holds(link, sinceCheckpoint, key)) {
      fault(link, "its signature does not hold: what stands before it was written anew");
    }
    sinceCheckpoint = 0;
    counted = true;
  }

  private void fault(Link link, String what) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault(records, link.id(), what));
    }
  }

  /** Whether the record with this hash was among those read; always, where there is none. */
  public boolean reached(String end) {
    return end.isEmpty() || seen.containsKey(end);
  }

  /**
   * What was found, once all is read.
   *
   * @param end hash of the last record that the console has written, which it keeps elsewhere
   */
  public Verdict verdict(String end) {
    if (!reached(end)) {
      faults.add(
          new Fault(
              records,
              "",
              "the end is missing: the console has written records after the last one here"));
    }
    return new Verdict(
        records,
        checkpoints,
        repeats,
        Optional.ofNullable(first).map(Link::at),
        Optional.ofNullable(last).map(Link::at),
        faults);
  }
}
