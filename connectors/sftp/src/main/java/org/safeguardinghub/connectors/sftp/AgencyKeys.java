package org.safeguardinghub.connectors.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.safeguardinghub.kernel.files.OwnerOnlyFile;

/**
 * The public keys of the agencies: a folder with one file for each feed, in the form of OpenSSH's
 * public keys, a key a line. It is read anew each time, so that a key which is taken away opens
 * nothing any more.
 */
public final class AgencyKeys {
  private static final int LEAST_RSA_BITS = 3072;
  private static final Set<String> KINDS =
      Set.of(
          "ssh-ed25519",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521",
          "ssh-rsa");

  private final Path folder;

  public AgencyKeys(Path folder) {
    this.folder = folder;
  }

  /**
   * One key.
   *
   * @param line as it stands in the file
   * @param fingerprint such as {@code SHA256:...}
   */
  public record Key(String line, String fingerprint, PublicKey value) {}

  /** A key that is not taken; the message says what to do. */
  public static final class KeyFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeyFault(String message) {
      super(message);
    }
  }

  /** Reads one line of the form {@code ssh-ed25519 AAAA... words}. */
  public static Key parse(String line) {
    String text = line.strip();
    if (text.startsWith("-----") || text.contains("PRIVATE KEY")) {
      throw new KeyFault(
          "this is a private key: it must stay with the agency; give its public key, which ends in .pub");
    }
    if (KINDS.stream().noneMatch(kind -> text.startsWith(kind + " "))) {
      throw new KeyFault(
          "a public key is one line that begins with ssh-ed25519, ecdsa-sha2-nistp256 or ssh-rsa, without options before it");
    }
    PublicKey key = resolve(text);
    if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
      throw new KeyFault(
          "an RSA key needs %d bits: make another with ssh-keygen -t ed25519"
              .formatted(LEAST_RSA_BITS));
    }
    return new Key(text, KeyUtils.getFingerPrint(BuiltinDigests.sha256, key), key);
  }

  private static PublicKey resolve(String line) {
    try {
      PublicKey key =
          AuthorizedKeyEntry.parseAuthorizedKeyEntry(line)
              .resolvePublicKey(null, PublicKeyEntryResolver.FAILING);
      if (key != null) {
        return key;
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // Told below; what the parser says quotes the line.
    }
    throw new KeyFault("the key is cut or damaged: copy the whole line");
  }

  /** The keys of a feed, those that cannot be read left out. */
  public List<Key> of(String feed) throws IOException {
    List<Key> keys = new ArrayList<>();
    for (String line : lines(feed)) {
      try {
        keys.add(parse(line));
      } catch (KeyFault unreadable) {
        // Whoever wrote the file by hand sees in the list of keys that it is not there.
      }
    }
    return keys;
  }

  /** Whether this key is one of a feed's. */
  boolean holds(String feed, PublicKey key) throws IOException {
    return of(feed).stream().anyMatch(one -> KeyUtils.compareKeys(one.value(), key));
  }

  /** Adds a key; whether it was not there before. */
  public boolean add(String feed, Key key) throws IOException {
    if (of(feed).stream().anyMatch(one -> one.fingerprint().equals(key.fingerprint()))) {
      return false;
    }
    List<String> lines = new ArrayList<>(lines(feed));
    lines.add(key.line());
    write(feed, lines);
    return true;
  }

  /** Takes keys away; the one that was there, if it was. */
  public Optional<Key> remove(String feed, String fingerprint) throws IOException {
    Predicate<Key> meant = key -> key.fingerprint().equals(fingerprint);
    Optional<Key> found = of(feed).stream().filter(meant).findFirst();
    if (found.isPresent()) {
      write(feed, lines(feed).stream().filter(line -> !same(line, fingerprint)).toList());
    }
    return found;
  }

  private static boolean same(String line, String fingerprint) {
    try {
      return parse(line).fingerprint().equals(fingerprint);
    } catch (KeyFault unreadable) {
      return false;
    }
  }

  private List<String> lines(String feed) throws IOException {
    try {
      return Files.readAllLines(folder.resolve(feed)).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && line.charAt(0) != PublicKeyEntry.COMMENT_CHAR)
          .toList();
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  private void write(String feed, List<String> lines) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    OwnerOnlyFile.write(folder.resolve(feed), text);
  }
}
