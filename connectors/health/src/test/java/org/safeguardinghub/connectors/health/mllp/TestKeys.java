package org.safeguardinghub.connectors.health.mllp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys of a hub and its senders, made for one test by the JDK's own tool. */
public final class TestKeys {
  public static final String PASSWORD = "changeit";

  private final Path folder;

  private TestKeys(Path folder) {
    this.folder = folder;
  }

  /** A store with a key for each name, and one that trusts them all. */
  public static TestKeys make(Path folder, String... names) throws Exception {
    TestKeys keys = new TestKeys(folder);
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    for (String name : names) {
      keys.generate(name);
      trust.setCertificateEntry(name, keys.certificate(name));
    }
    try (OutputStream out = Files.newOutputStream(keys.trust())) {
      trust.store(out, PASSWORD.toCharArray());
    }
    return keys;
  }

  public Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  public Path trust() {
    return folder.resolve("trust.p12");
  }

  public X509Certificate certificate(String name) throws IOException, GeneralSecurityException {
    return (X509Certificate) load(store(name)).getCertificate("key");
  }

  public SSLContext tls(String name) throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(store(name)), PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trustManagers().getTrustManagers(), null);
    return tls;
  }

  /** A client that shows no certificate. */
  public SSLContext nameless() throws IOException, GeneralSecurityException {
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trustManagers().getTrustManagers(), null);
    return tls;
  }

  private TrustManagerFactory trustManagers() throws IOException, GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(load(trust()));
    return trust;
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private void generate(String name) throws Exception {
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "key",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-validity",
                "2",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store(name).toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (tool.waitFor() != 0) {
      throw new IOException("keytool failed");
    }
  }
}
