package org.safeguardinghub.deploy.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates of a hub and one sender, made by the JDK's own tool, as an operator would. */
final class MllpKeys {
  private static final String PASSWORD = "bench-only";
  private static final String HUB = "hub.p12";
  private static final String SENDER = "sender.p12";
  private static final String TRUST = "trust.p12";

  private final Path folder;

  private MllpKeys(Path folder) {
    this.folder = folder;
  }

  /** Fills the connector's folder so that it listens when it starts next. */
  static MllpKeys install(Path app, int port, String feed)
      throws IOException, GeneralSecurityException, InterruptedException {
    MllpKeys keys = new MllpKeys(Files.createDirectories(app.resolve("mllp")));
    keys.generate(HUB);
    keys.generate(SENDER);
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    for (String name : new String[] {HUB, SENDER}) {
      trust.setCertificateEntry(name, keys.load(name).getCertificate("key"));
    }
    try (OutputStream out = Files.newOutputStream(keys.folder.resolve(TRUST))) {
      trust.store(out, PASSWORD.toCharArray());
    }
    byte[] certificate = keys.load(SENDER).getCertificate("key").getEncoded();
    String fingerprint =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
    Files.writeString(keys.folder.resolve("feeds.properties"), feed + "=" + fingerprint + "\n");
    Files.writeString(
        keys.folder.resolve("mllp.properties"),
        "port=%d\nkeystore=%s\ntruststore=%s\npassword=%s\ncertificates=feeds.properties\n"
            .formatted(port, HUB, TRUST, PASSWORD));
    return keys;
  }

  /** The sender's side. */
  SSLContext sender() throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(SENDER), PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(load(TRUST));
    SSLContext tls = SSLContext.getInstance("TLSv1.3");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return tls;
  }

  private KeyStore load(String name) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private void generate(String name) throws IOException, InterruptedException {
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
                "CN=bench",
                "-validity",
                "2",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                folder.resolve(name).toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (tool.waitFor() != 0) {
      throw new IOException("keytool could not make a certificate");
    }
  }
}
