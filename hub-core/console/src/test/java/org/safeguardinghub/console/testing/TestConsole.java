package org.safeguardinghub.console.testing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safeguardinghub.console.alert.ChangeSignal;
import org.safeguardinghub.console.oidc.OidcSettings;
import org.safeguardinghub.console.oidc.OidcSignIn;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.referral.Referring;
import org.safeguardinghub.console.signin.FirstPasswords;
import org.safeguardinghub.console.signin.PasswordHash;
import org.safeguardinghub.console.signin.Secrets;
import org.safeguardinghub.console.signin.SignIn;
import org.safeguardinghub.console.web.ConsoleParts;
import org.safeguardinghub.console.web.ConsoleServer;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/** The real web server and rules over rows in memory. */
public final class TestConsole implements AutoCloseable {
  public final MemoryAlerts alerts = new MemoryAlerts();
  public final MemoryDesk desk = new MemoryDesk();
  public final MemoryIdentity identity = new MemoryIdentity();
  public final MemoryGlass glass = new MemoryGlass();
  public final MemorySignInStore signIns = new MemorySignInStore();
  public final ChangeSignal signal = new ChangeSignal();
  public final MemoryDirectories directories;
  public final MemoryReferrals referrals = new MemoryReferrals();
  public final Referring referring = referrals.referring(() -> Samples.NOW);
  private final Map<String, String> passwords = new HashMap<>();
  private final ConsoleServer server;
  private volatile Instant wall = Instant.parse("2026-03-24T10:15:00Z");

  private TestConsole(
      Path folder, int port, LeadDirectory directory, Optional<OidcSettings> provider)
      throws Exception {
    directories = new MemoryDirectories(directory);
    Secrets secrets = new Secrets(new SecureRandom());
    PasswordHash hash = new PasswordHash(new SecureRandom(), 1000);
    Path file = folder.resolve("first-passwords.tsv");
    FirstPasswords.ensure(signIns, directories.newest().directory(), hash, secrets, file);
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split("\t", -1);
      passwords.put(fields[0], fields[1]);
    }
    InstantSource clock = () -> wall;
    ConsoleParts parts =
        new ConsoleParts(
            new SignIn(signIns, hash, secrets, clock),
            secrets,
            directories,
            EventCatalogue.load(),
            alerts,
            alerts,
            glass,
            identity,
            identity,
            alerts,
            alerts,
            Samples::open,
            (actionId, reason) -> Samples.sealed(reason),
            signal,
            desk,
            desk.keys,
            referring,
            () -> Samples.NOW,
            () -> UUID.randomUUID().toString(),
            false,
            provider.map(settings -> new OidcSignIn(settings, this::back)));
    server = ConsoleServer.start(parts, "127.0.0.1", port);
  }

  public static TestConsole start(Path folder) throws Exception {
    return start(folder, DirectoryFile.shipped());
  }

  public static TestConsole start(Path folder, LeadDirectory directory) throws Exception {
    return new TestConsole(folder, 0, directory, Optional.empty());
  }

  /** With a provider beside its own users. */
  public static TestConsole start(Path folder, OidcSettings provider) throws Exception {
    return new TestConsole(folder, 0, DirectoryFile.shipped(), Optional.of(provider));
  }

  private URI back() {
    return URI.create(url() + "/sign-in/openid/back");
  }

  /**
   * For looking at pages: {@code TestConsole <folder> <port> [<file of a provider>]} serves the
   * samples and prints a sign-in.
   */
  public static void main(String[] arguments) throws Exception {
    TestConsole console =
        new TestConsole(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            DirectoryFile.shipped(),
            arguments.length > 2
                ? Optional.of(OidcSettings.read(Path.of(arguments[2])))
                : Optional.empty());
    Samples.fill(console.alerts);
    console.alerts.put(Samples.with(Samples.neglect(), Samples.minutes()));
    System.out.println(
        console.url() + " marigold.thistleby " + console.password("marigold.thistleby"));
    Thread.currentThread().join();
  }

  public String url() {
    return server.url();
  }

  public List<String> routes() {
    return server.routes();
  }

  /** A browser in which somebody is signed in. */
  public Browser signedIn(String user) throws Exception {
    Browser browser = new Browser(url());
    int status = browser.signIn(user, password(user)).statusCode();
    if (status != 303) {
      throw new IllegalStateException("signing in was answered with " + status);
    }
    return browser;
  }

  public String password(String user) {
    return passwords.getOrDefault(user, "");
  }

  public void setWall(Instant instant) {
    wall = instant;
  }

  @Override
  public void close() {
    server.close();
  }
}
