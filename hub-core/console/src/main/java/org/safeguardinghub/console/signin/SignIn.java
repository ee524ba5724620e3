package org.safeguardinghub.console.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.safeguardinghub.console.signin.SignInStore.Failures;

/**
 * Signing in and out. An unknown name is treated as a known one with a wrong password: the same
 * answer, the same work, the same lock. Sessions follow the system's clock even where a story moves
 * the hub's.
 */
public final class SignIn {
  /** Wrong passwords in a row before the name is locked. */
  public static final int ATTEMPTS = 5;

  public static final Duration LOCK = Duration.ofMinutes(15);
  private static final int NAME_MAX = 100;
  private static final int PASSWORD_MAX = 200;

  /** Hashing is costly on purpose: a flood of attempts must not take the whole machine. */
  private final Semaphore hashing = new Semaphore(2, true);

  private final SignInStore store;
  private final PasswordHash hash;
  private final Secrets secrets;
  private final InstantSource clock;

  public SignIn(SignInStore store, PasswordHash hash, Secrets secrets, InstantSource clock) {
    this.store = store;
    this.hash = hash;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** What became of an attempt. */
  public sealed interface Outcome {
    /** Signed in; the id goes into the cookie and is kept nowhere else. */
    record SignedIn(String sessionId, Session session) implements Outcome {
      @Override
      public String toString() {
        return "SignedIn[" + session.personId() + "]";
      }
    }

    /** Name or password is wrong; which one is not said. */
    record Refused() implements Outcome {}

    /** Too many wrong passwords under this name. */
    record Locked(Duration remaining) implements Outcome {}
  }

  public Outcome attempt(String user, String password) {
    Instant now = clock.instant();
    String name = user.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.length() > NAME_MAX || password.length() > PASSWORD_MAX) {
      return new Outcome.Refused();
    }
    String digest = Secrets.digest(name);
    Optional<Failures> failures = store.failures(digest).filter(f -> stillCounts(f, now));
    if (failures.isPresent() && failures.get().count() >= ATTEMPTS) {
      return new Outcome.Locked(Duration.between(now, failures.get().lastAt().plus(LOCK)));
    }
    Optional<Account> account = store.account(name);
    if (matches(password, account) && account.isPresent()) {
      store.clearFailures(digest);
      return open(account.get().personId(), now);
    }
    int count = failures.map(Failures::count).orElse(0) + 1;
    store.saveFailures(digest, new Failures(count, now));
    return count >= ATTEMPTS ? new Outcome.Locked(LOCK) : new Outcome.Refused();
  }

  /** Signs somebody in for whom another vouches. */
  public Outcome.SignedIn vouched(String personId) {
    return open(personId, clock.instant());
  }

  /** The live session of a cookie; {@code byPerson} says that its person did something. */
  public Optional<Session> resume(String sessionId, boolean byPerson) {
    Instant now = clock.instant();
    Optional<Session> session = store.session(Secrets.digest(sessionId));
    if (session.isEmpty()) {
      return Optional.empty();
    }
    if (session.get().endedBy(now)) {
      store.endSession(session.get().idHash());
      return Optional.empty();
    }
    if (byPerson && session.get().worthTouching(now)) {
      store.touch(session.get().idHash(), now);
    }
    return session;
  }

  public void signOut(Session session) {
    store.endSession(session.idHash());
  }

  private Outcome.SignedIn open(String personId, Instant now) {
    store.removeSessionsBefore(now.minus(Session.IDLE), now.minus(Session.ABSOLUTE));
    String id = secrets.token();
    Session session = new Session(Secrets.digest(id), personId, secrets.token(), now, now);
    store.addSession(session);
    return new Outcome.SignedIn(id, session);
  }

  private boolean matches(String password, Optional<Account> account) {
    hashing.acquireUninterruptibly();
    try {
      return PasswordHash.matches(
          password, account.map(Account::passwordHash).orElse(hash.nobody()));
    } finally {
      hashing.release();
    }
  }

  private static boolean stillCounts(Failures failures, Instant now) {
    return now.isBefore(failures.lastAt().plus(LOCK));
  }
}
