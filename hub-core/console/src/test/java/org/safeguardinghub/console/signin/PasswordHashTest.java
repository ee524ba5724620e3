package org.safeguardinghub.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.testing.MemorySignInStore;

final class PasswordHashTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void aHashSaysItsSchemeAndCost() {
    assertThat(new PasswordHash(random, PasswordHash.GENERATED).of("x"))
        .startsWith("pbkdf2-sha512$20000$");
  }

  @Test
  void anUnknownNameIsCheckedAtTheCostOfAKnownOne() {
    PasswordHash hash = new PasswordHash(random, 1234);
    assertThat(hash.nobody()).startsWith("pbkdf2-sha512$1234$");
    assertThat(PasswordHash.matches("", hash.nobody())).isFalse();
  }

  @Test
  void onlyItsOwnPasswordMatchesAndEqualPasswordsLookDifferent() {
    PasswordHash hash = new PasswordHash(random, 1000);
    String stored = hash.of("moss");
    assertThat(PasswordHash.matches("moss", stored)).isTrue();
    assertThat(PasswordHash.matches("mosS", stored)).isFalse();
    assertThat(hash.of("moss")).isNotEqualTo(stored);
    assertThat(PasswordHash.matches("moss", "plain:moss")).isFalse();
  }

  @Test
  void theFirstStartWritesAPasswordForEachPersonOnceForTheOwnersEyes(@TempDir Path folder)
      throws Exception {
    LeadDirectory directory = DirectoryFile.shipped();
    MemorySignInStore store = new MemorySignInStore();
    PasswordHash hash = new PasswordHash(random, 1000);
    Path file = folder.resolve("first");
    Secrets secrets = new Secrets(random);

    assertThat(FirstPasswords.ensure(store, directory, hash, secrets, file)).isTrue();

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(directory.persons().size());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      assertThat(fields).hasSize(4);
      assertThat(fields[1]).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
      assertThat(
              PasswordHash.matches(
                  fields[1], store.account(fields[0]).orElseThrow().passwordHash()))
          .isTrue();
    }
    assertThat(lines.getFirst()).endsWith("\tMarigold Thistleby\tMASH manager");

    Files.delete(file);
    assertThat(FirstPasswords.ensure(store, directory, hash, secrets, file)).isFalse();
    assertThat(file).doesNotExist();
  }
}
