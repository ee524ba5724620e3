package org.safeguardinghub.console.app;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.safeguardinghub.console.referral.Provider;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.runtime.AppSettings;

/**
 * For which providers the console may send what their people report, and where to.
 *
 * @param url of the HTTP connector
 * @param tokens of those providers' feeds and no other's, by code
 */
record ReferralSettings(
    URI url, Map<String, Provider> providers, Map<String, Sensitive<String>> tokens) {
  private static final String FAMILY = ".family";

  ReferralSettings {
    providers = Map.copyOf(providers);
    tokens = Map.copyOf(tokens);
  }

  /** No provider, where nothing is set. */
  static ReferralSettings of(AppSettings settings) {
    URI url = URI.create(settings.text("referral.url", "http://127.0.0.1"));
    return settings
        .optional("referral.providers")
        .map(file -> read(url, Path.of(file)))
        .orElseGet(() -> new ReferralSettings(url, Map.of(), Map.of()));
  }

  /** From a file of {@code <code>.family} and {@code <code>.token}. */
  private static ReferralSettings read(URI url, Path file) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Provider> providers = new TreeMap<>();
    Map<String, Sensitive<String>> tokens = new TreeMap<>();
    for (String name : lines.stringPropertyNames()) {
      if (name.endsWith(FAMILY)) {
        String agency = name.substring(0, name.length() - FAMILY.length());
        String token = lines.getProperty(agency + ".token", "");
        if (token.isEmpty()) {
          throw new AppSettings.SettingsFault(file + ": the token of " + agency + " is missing");
        }
        providers.put(agency, new Provider(agency, lines.getProperty(name)));
        tokens.put(agency, Sensitive.of(token));
      }
    }
    return new ReferralSettings(url, providers, tokens);
  }
}
