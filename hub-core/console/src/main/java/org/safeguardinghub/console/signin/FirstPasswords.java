package org.safeguardinghub.console.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.kernel.files.OwnerOnlyFile;

/**
 * An account for every person of the directory who has none, with a generated password that is
 * written once to a file of the owner's. The file comes first and the accounts follow: an
 * interrupted start makes new ones.
 */
public final class FirstPasswords {
  private FirstPasswords() {}

  /**
   * True if accounts were made. The file has a line per person: user, password, name, role; those
   * of newcomers are added at its end.
   */
  public static boolean ensure(
      SignInStore store, LeadDirectory directory, PasswordHash hash, Secrets secrets, Path file) {
    Set<String> users = store.users();
    List<Person> without =
        directory.persons().stream().filter(person -> !users.contains(person.user())).toList();
    if (without.isEmpty()) {
      return false;
    }
    List<Account> accounts = new ArrayList<>();
    StringBuilder lines = new StringBuilder(users.isEmpty() ? "" : read(file));
    List<String> passwords = without.stream().map(p -> secrets.password()).toList();
    // Hashing is costly on purpose, and a first start should not take seconds for it.
    List<String> hashes = passwords.parallelStream().map(hash::of).toList();
    for (int i = 0; i < passwords.size(); i++) {
      Person person = without.get(i);
      accounts.add(new Account(person.user(), person.id(), hashes.get(i)));
      lines.append(line(directory, person, passwords.get(i)));
    }
    store.addAccounts(accounts, () -> write(file, lines.toString()));
    return true;
  }

  private static String line(LeadDirectory directory, Person person, String password) {
    return String.join(
            "\t", person.user(), password, person.name(), directory.mainTitleOf(person.id()))
        + "\n";
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the file of first passwords", e);
    }
  }

  private static void write(Path file, String text) {
    try {
      OwnerOnlyFile.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the file of first passwords", e);
    }
  }
}
