package org.safeguardinghub.console.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts, sessions and failed attempts. */
public interface SignInStore {
  /** Sign-in names of all accounts. */
  Set<String> users();

  /**
   * Stores the first accounts, all or none; {@code before} runs just before they become visible.
   */
  void addAccounts(List<Account> accounts, Runnable before);

  Optional<Account> account(String user);

  void addSession(Session session);

  Optional<Session> session(String idHash);

  void touch(String idHash, Instant seenAt);

  void endSession(String idHash);

  /** Removes what ended by itself. */
  void removeSessionsBefore(Instant seenBefore, Instant createdBefore);

  /** Failures under a name, known or not; the name is digested. */
  Optional<Failures> failures(String nameDigest);

  void saveFailures(String nameDigest, Failures failures);

  void clearFailures(String nameDigest);

  /** Repeated wrong passwords. */
  record Failures(int count, Instant lastAt) {}
}
