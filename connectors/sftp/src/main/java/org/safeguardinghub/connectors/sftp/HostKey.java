package org.safeguardinghub.connectors.sftp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Set;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.safeguardinghub.kernel.files.OwnerOnlyFile;
import org.safeguardinghub.kernel.runtime.AppSettings;

/**
 * The server's own key, made on the first start. It is what agencies know the hub by, so one that
 * cannot be read is a fault and never replaced.
 */
public final class HostKey {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private HostKey() {}

  /** The key in a file that only its owner may read; made where there is none. */
  public static KeyPair ensure(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      make(file);
    }
    if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      throw new AppSettings.SettingsFault(
          "others may read the key of the SFTP server: chmod 600 " + file);
    }
    byte[] text = Files.readAllBytes(file);
    try {
      Iterable<KeyPair> keys =
          SecurityUtils.loadKeyPairIdentities(
              null, new PathResource(file), new ByteArrayInputStream(text), null);
      if (keys != null) {
        return keys.iterator().next();
      }
    } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
      // Told below; what the parser says may quote the key.
    }
    throw damaged(file);
  }

  /** By what agencies know the hub. */
  public static String fingerprint(KeyPair key) {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
  }

  private static AppSettings.SettingsFault damaged(Path file) {
    return new AppSettings.SettingsFault(
        "the key of the SFTP server in %s cannot be read: restore it from its backup. A new one (remove the file) has to be told to every agency"
            .formatted(file));
  }

  private static void make(Path file) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      KeyPair key = SecurityUtils.getKeyPairGenerator(SecurityUtils.ED25519).generateKeyPair();
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
          key, "safeguarding-hub", (OpenSSHKeyEncryptionContext) null, text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no keys of the kind Ed25519 can be made here", e);
    }
    OwnerOnlyFile.write(file, text.toByteArray());
  }
}
