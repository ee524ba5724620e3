package org.safeguardinghub.console.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.referral.IntakeDoor;
import org.safeguardinghub.console.referral.Kept;
import org.safeguardinghub.console.referral.Provider;
import org.safeguardinghub.console.referral.ReferralStore;
import org.safeguardinghub.console.referral.Referring;
import org.safeguardinghub.kernel.sealing.Sealed;

/** Referrals in memory, before an intake that takes, refuses or is away as it is told. */
public final class MemoryReferrals implements ReferralStore, IntakeDoor {
  public static final Map<String, Provider> PROVIDERS =
      Map.of(
          "heron-house", new Provider("heron-house", "PRV"),
          "lantern-trust", new Provider("lantern-trust", "VCS"));

  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private final List<String> messages = new ArrayList<>();
  private Optional<Refusal> refusal = Optional.empty();
  private boolean away;
  private Fate.Known fate = new Fate.Known("processed", "no", "");

  public Referring referring(InstantSource clock) {
    return new Referring(
        this,
        this,
        (associated, words) ->
            new Sealed("reason", associated, ByteBuffer.wrap(words.getBytes(UTF_8))),
        Samples::open,
        clock,
        PROVIDERS);
  }

  public synchronized void away(boolean now) {
    away = now;
  }

  public synchronized void tell(Fate.Known now) {
    fate = now;
  }

  public synchronized void refuse(Refusal why) {
    refusal = Optional.of(why);
  }

  public synchronized void accept() {
    refusal = Optional.empty();
  }

  /** What arrived, in order. */
  public synchronized List<String> messages() {
    return List.copyOf(messages);
  }

  @Override
  public synchronized Answer send(String agency, byte[] message) {
    if (away) {
      return new Answer.Away();
    }
    messages.add(new String(message, UTF_8));
    return refusal
        .<Answer>map(Answer.Refused::new)
        .orElseGet(() -> new Answer.Received("r-" + (messages.size() - 1)));
  }

  @Override
  public synchronized Fate fate(String agency, String receiptId) {
    return away ? new Fate.Away() : fate;
  }

  @Override
  public synchronized boolean keep(Kept referral) {
    return kept.putIfAbsent(referral.id(), referral) == null;
  }

  @Override
  public synchronized boolean replace(Kept before, Kept next) {
    Kept now = kept.get(before.id());
    if (now == null
        || now.attempt() != before.attempt()
        || !now.status().getClass().equals(before.status().getClass())) {
      return false;
    }
    kept.put(next.id(), next);
    return true;
  }

  @Override
  public synchronized Optional<Kept> find(String id, String personId) {
    return Optional.ofNullable(kept.get(id)).filter(one -> one.personId().equals(personId));
  }

  @Override
  public synchronized List<Kept> of(String personId, int limit) {
    return kept.values().stream()
        .filter(one -> one.personId().equals(personId))
        .sorted(Comparator.comparing(Kept::madeAt).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Kept> waiting(int limit) {
    return kept.values().stream().filter(Kept::waits).limit(limit).toList();
  }
}
