package org.safeguardinghub.connectors.health.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.feed.Feeds;
import org.safeguardinghub.kernel.runtime.AppSettings;

/**
 * Which feed a certificate stands for. A properties file names for each feed the SHA-256 of its
 * certificates in hex, several with commas: while one is replaced both hold.
 */
final class Certificates {
  private final Map<String, Feed> feeds;

  private Certificates(Map<String, Feed> feeds) {
    this.feeds = Map.copyOf(feeds);
  }

  static Certificates load(Path file, Feeds feeds) {
    Properties names = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      names.load(in);
    } catch (IOException e) {
      throw new AppSettings.SettingsFault("mllp.certificates cannot be read");
    }
    Map<String, Feed> known = new HashMap<>();
    for (String name : names.stringPropertyNames()) {
      Feed feed =
          feeds
              .named(name)
              .orElseThrow(
                  () ->
                      new AppSettings.SettingsFault(
                          "mllp.certificates names a feed that does not exist: " + name));
      for (String fingerprint : names.getProperty(name).split(",", -1)) {
        known.put(fingerprint.strip().replace(":", "").toLowerCase(java.util.Locale.ROOT), feed);
      }
    }
    return new Certificates(known);
  }

  Optional<Feed> feedOf(X509Certificate certificate) {
    try {
      return Optional.ofNullable(feeds.get(fingerprint(certificate)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    return HexFormat.of().formatHex(hash);
  }

  /** TLS with the connector's key, trusting what signed the senders' certificates. */
  static SSLContext tls(Path keyStore, Path trustStore, String password)
      throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store(keyStore, password), password.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store(trustStore, password));
    SSLContext tls = SSLContext.getInstance("TLSv1.3");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return tls;
  }

  private static KeyStore store(Path file, String password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password.toCharArray());
    }
    return store;
  }
}
