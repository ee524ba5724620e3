package org.safeguardinghub.console.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.safeguardinghub.console.signin.Account;
import org.safeguardinghub.console.signin.Session;
import org.safeguardinghub.console.signin.SignInStore;

/** Accounts and sessions in memory. */
public final class MemorySignInStore implements SignInStore {
  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, Failures> failures = new ConcurrentHashMap<>();

  @Override
  public Set<String> users() {
    return Set.copyOf(accounts.keySet());
  }

  @Override
  public void addAccounts(List<Account> added, Runnable before) {
    before.run();
    added.forEach(account -> accounts.put(account.user(), account));
  }

  @Override
  public Optional<Account> account(String user) {
    return Optional.ofNullable(accounts.get(user));
  }

  @Override
  public void addSession(Session session) {
    sessions.put(session.idHash(), session);
  }

  @Override
  public Optional<Session> session(String idHash) {
    return Optional.ofNullable(sessions.get(idHash));
  }

  @Override
  public void touch(String idHash, Instant seenAt) {
    sessions.computeIfPresent(
        idHash, (id, s) -> new Session(id, s.personId(), s.csrfToken(), s.createdAt(), seenAt));
  }

  @Override
  public void endSession(String idHash) {
    sessions.remove(idHash);
  }

  @Override
  public void removeSessionsBefore(Instant seenBefore, Instant createdBefore) {
    sessions
        .values()
        .removeIf(s -> !s.seenAt().isAfter(seenBefore) || !s.createdAt().isAfter(createdBefore));
  }

  @Override
  public Optional<Failures> failures(String nameDigest) {
    return Optional.ofNullable(failures.get(nameDigest));
  }

  @Override
  public void saveFailures(String nameDigest, Failures counted) {
    failures.put(nameDigest, counted);
  }

  @Override
  public void clearFailures(String nameDigest) {
    failures.remove(nameDigest);
  }

  public int sessionCount() {
    return sessions.size();
  }
}
