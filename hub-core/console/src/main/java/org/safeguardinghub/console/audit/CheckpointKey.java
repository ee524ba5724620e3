package org.safeguardinghub.console.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The key with which the console signs checkpoints (Ed25519). Whoever can write to the log but does
 * not have it cannot make up a past; a copy of the public half, kept elsewhere, is what one checks
 * with.
 */
public final class CheckpointKey {
  private static final String ALGORITHM = "Ed25519";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final PrivateKey key;

  private CheckpointKey(PrivateKey key) {
    this.key = key;
  }

  /** Both halves of a new key, each to its own file, where there are none yet. */
  public static void ensure(Path privateFile, Path publicFile) {
    if (Files.exists(privateFile)) {
      return;
    }
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      // The public half first: a key without it could sign what nobody can check.
      write(publicFile, pair.getPublic().getEncoded());
      write(privateFile, pair.getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks Ed25519", e);
    }
  }

  private static void write(Path file, byte[] encoded) {
    try {
      Path aside = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(aside);
      Files.createFile(
          aside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(aside, BASE64.encodeToString(encoded) + "\n");
      Files.move(aside, file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file.getFileName(), e);
    }
  }

  /** The private half. */
  public static CheckpointKey load(Path privateFile) {
    try {
      return new CheckpointKey(
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(decoded(privateFile))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(damaged(privateFile), e);
    }
  }

  /** The public half. */
  public static PublicKey loadPublic(Path publicFile) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(decoded(publicFile)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(damaged(publicFile), e);
    }
  }

  private static String damaged(Path file) {
    return file.getFileName() + " holds no key: restore it from its backup";
  }

  private static byte[] decoded(Path file) {
    try {
      return Base64.getUrlDecoder().decode(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.getFileName(), e);
    }
  }

  /** The signature of some bytes. */
  String sign(byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(signed);
      return BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign a checkpoint", e);
    }
  }

  /** Whether it is the signature of these bytes by the key's other half. */
  static boolean signed(PublicKey key, byte[] signed, String signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(signed);
      return check.verify(Base64.getUrlDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Whatever is no signature at all is not the right one.
      return false;
    }
  }
}
