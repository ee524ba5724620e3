package org.safeguardinghub.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.console.signin.SignIn.Outcome;
import org.safeguardinghub.console.testing.MemorySignInStore;

final class SignInTest {
  private static final Instant START = Instant.parse("2026-03-24T09:00:00Z");
  private static final String PASSWORD = "fern-4417-moss";

  private final MemorySignInStore store = new MemorySignInStore();
  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final PasswordHash hash = new PasswordHash(new SecureRandom(), 1000);
  private final SignIn signIn =
      new SignIn(store, hash, new Secrets(new SecureRandom()), () -> now.get());

  SignInTest() {
    store.addAccounts(
        List.of(new Account("fern.copperfold", "p-dsl-tumbledown", hash.of(PASSWORD))), () -> {});
  }

  private Outcome.SignedIn in() {
    return (Outcome.SignedIn) signIn.attempt("Fern.Copperfold ", PASSWORD);
  }

  private void after(Duration time) {
    now.set(now.get().plus(time));
  }

  @Test
  void theRightPasswordOpensASessionThatIsKeptAsADigestOnly() {
    Outcome.SignedIn in = in();

    assertThat(signIn.resume(in.sessionId(), true).orElseThrow().personId())
        .isEqualTo("p-dsl-tumbledown");
    assertThat(store.session(in.sessionId())).isEmpty();
    assertThat(store.session(Secrets.digest(in.sessionId()))).isPresent();
    assertThat(in.toString()).doesNotContain(in.sessionId());
  }

  @Test
  void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
    assertThat(signIn.attempt("fern.copperfold", "wrong"))
        .isEqualTo(signIn.attempt("nobody.here", "wrong"))
        .isEqualTo(new Outcome.Refused());
  }

  @Test
  void aNameIsLockedAfterFiveWrongPasswordsWhetherItExistsOrNot() {
    for (String name : List.of("fern.copperfold", "nobody.here")) {
      for (int i = 1; i < SignIn.ATTEMPTS; i++) {
        assertThat(signIn.attempt(name, "wrong")).isEqualTo(new Outcome.Refused());
      }
      assertThat(signIn.attempt(name, "wrong")).isEqualTo(new Outcome.Locked(SignIn.LOCK));
    }
    after(Duration.ofMinutes(5));
    assertThat(signIn.attempt("fern.copperfold", PASSWORD))
        .isEqualTo(new Outcome.Locked(Duration.ofMinutes(10)));
    after(Duration.ofMinutes(10));
    assertThat(signIn.attempt("fern.copperfold", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
  }

  @Test
  void aRightPasswordForgetsTheWrongOnesBefore() {
    for (int i = 1; i < SignIn.ATTEMPTS; i++) {
      signIn.attempt("fern.copperfold", "wrong");
    }
    in();
    assertThat(signIn.attempt("fern.copperfold", "wrong")).isEqualTo(new Outcome.Refused());
  }

  @Test
  void aSessionEndsAfterHalfAnHourWithoutItsPerson() {
    Outcome.SignedIn in = in();
    after(Duration.ofMinutes(29));
    assertThat(signIn.resume(in.sessionId(), true)).isPresent();
    after(Duration.ofMinutes(29));
    assertThat(signIn.resume(in.sessionId(), false)).isPresent();
    after(Duration.ofMinutes(1));
    assertThat(signIn.resume(in.sessionId(), true)).isEmpty();
    assertThat(store.sessionCount()).isZero();
  }

  @Test
  void aSessionEndsAfterTwelveHoursHoweverBusy() {
    Outcome.SignedIn in = in();
    for (int i = 0; i < 35; i++) {
      after(Duration.ofMinutes(20));
      assertThat(signIn.resume(in.sessionId(), true)).isPresent();
    }
    after(Duration.ofMinutes(20));
    assertThat(signIn.resume(in.sessionId(), true)).isEmpty();
  }

  @Test
  void signingOutEndsTheSessionAtOnce() {
    Outcome.SignedIn in = in();
    signIn.signOut(in.session());
    assertThat(signIn.resume(in.sessionId(), true)).isEmpty();
  }
}
