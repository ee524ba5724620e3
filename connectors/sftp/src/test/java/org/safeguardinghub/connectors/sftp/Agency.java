package org.safeguardinghub.connectors.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** An agency's own program: a real SFTP client. */
final class Agency implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SshClient client = SshClient.setUpDefaultClient();
  final ClientSession session;

  private Agency(int port, String name, KeyPair key) throws IOException {
    client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
    client.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(key));
    client.start();
    session = client.connect(name, "127.0.0.1", port).verify(PATIENCE).getSession();
  }

  /** Connects and signs in. */
  static Agency signedIn(int port, String name, KeyPair key) throws IOException {
    Agency agency = new Agency(port, name, key);
    try {
      agency.session.auth().verify(PATIENCE);
      return agency;
    } catch (IOException e) {
      agency.close();
      throw e;
    }
  }

  /** Connects and does not sign in. */
  static Agency connected(int port, KeyPair key) throws IOException {
    return new Agency(port, "nobody", key);
  }

  SftpClient sftp() throws IOException {
    return SftpClientFactory.instance().createSftpClient(session);
  }

  /** As if the program or its network died. */
  void die() {
    session.close(true);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KeyPair key() {
    return key(SecurityUtils.ED25519, 256);
  }

  static KeyPair key(String kind, int bits) {
    try {
      var generator = SecurityUtils.getKeyPairGenerator(kind);
      if (!kind.equals(SecurityUtils.ED25519)) {
        generator.initialize(bits);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its public key as a line of a file. */
  static String line(KeyPair key) {
    return PublicKeyEntry.toString(key.getPublic()) + " transfer";
  }
}
