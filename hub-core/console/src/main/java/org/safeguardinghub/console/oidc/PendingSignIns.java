package org.safeguardinghub.console.oidc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Browsers that are on their way to the provider, for some minutes and in memory: after a restart
 * they set out once more. Each comes back once.
 */
public final class PendingSignIns {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** More than anybody needs; a flood drops the oldest. */
  private static final int MOST = 2_000;

  private final InstantSource clock;
  private final Map<String, Away> away =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Away> eldest) {
          return size() > MOST;
        }
      };

  public PendingSignIns(InstantSource clock) {
    this.clock = clock;
  }

  /** Where somebody wants to go once they are signed in. */
  public record Away(OidcSignIn.Pending pending, String next, Instant since) {}

  /** Keeps one under a word that only its browser has. */
  public synchronized void put(String word, OidcSignIn.Pending pending, String next) {
    away.put(word, new Away(pending, next, clock.instant()));
  }

  /** Takes it out. */
  public synchronized Optional<Away> take(String word) {
    return Optional.ofNullable(away.remove(word))
        .filter(one -> clock.instant().isBefore(one.since().plus(PATIENCE)));
  }
}
