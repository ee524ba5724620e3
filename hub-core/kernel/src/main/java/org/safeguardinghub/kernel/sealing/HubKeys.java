package org.safeguardinghub.kernel.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.files.OwnerOnlyFile;

/**
 * The hub's own keysets. They are made on the first start and live in one owner-only file; each app
 * is given a file with only the keys that it needs. Person keys are not here: see {@link
 * PersonKeys}.
 */
public final class HubKeys {
  /** Seals a concern between a connector and attribution. */
  public static final String INTAKE = "intake";

  /** Seals contact points of the lead directory. */
  public static final String DIRECTORY = "directory";

  /** Seals dates of birth in the subject log: opened in the evaluator's memory only. */
  public static final String DATE_OF_BIRTH = "dob";

  /** Seals what people write about their decisions. */
  public static final String REASON = "reason";

  /** Wraps the keys of person references. */
  public static final String MASTER = "master";

  /** Seals what was refused, and what people write to put it right. */
  public static final String QUARANTINE = "quarantine";

  private static final String HASH = "hash";
  private static final Set<String> AEAD_NAMES =
      Set.of(INTAKE, DIRECTORY, DATE_OF_BIRTH, REASON, MASTER, QUARANTINE);
  private static final Set<String> ALL =
      Set.of(INTAKE, DIRECTORY, DATE_OF_BIRTH, REASON, MASTER, QUARANTINE, HASH);
  private static final int HASH_BYTES = 18;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, KeysetHandle> keysets;
  private final Map<String, Aead> aeads = new TreeMap<>();
  private final @Nullable PrfSet prf;

  private HubKeys(Map<String, KeysetHandle> keysets) {
    this.keysets = Map.copyOf(keysets);
    try {
      for (Map.Entry<String, KeysetHandle> entry : keysets.entrySet()) {
        if (AEAD_NAMES.contains(entry.getKey())) {
          aeads.put(
              entry.getKey(),
              entry.getValue().getPrimitive(RegistryConfiguration.get(), Aead.class));
        }
      }
      KeysetHandle hash = keysets.get(HASH);
      prf = hash == null ? null : hash.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key file holds a key that this version cannot use", e);
    }
  }

  /** New random keys, in memory; {@link #save} keeps them. */
  public static HubKeys generate() {
    register();
    return new HubKeys(Map.of()).completed();
  }

  /** Whether a key of this release is missing: the file is of an earlier one. */
  public boolean incomplete() {
    return !keysets.keySet().containsAll(ALL);
  }

  /** These keys, and new random ones for those that an earlier release did not have. */
  public HubKeys completed() {
    try {
      Map<String, KeysetHandle> all = new LinkedHashMap<>(keysets);
      for (String name : ALL) {
        if (!all.containsKey(name)) {
          all.put(
              name,
              name.equals(HASH)
                  ? KeysetHandle.generateNew(
                      PredefinedPrfParameters.HMAC_SHA256_PRF, RegistryConfiguration.get())
                  : KeysetHandle.generateNew(
                      PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()));
        }
      }
      return new HubKeys(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks AES-GCM or HMAC-SHA-256", e);
    }
  }

  /** Reads a key file. */
  public static HubKeys load(Path file) {
    register();
    try {
      Map<String, KeysetHandle> keysets = new LinkedHashMap<>();
      JsonNode all = JSON.readTree(Files.readString(file));
      for (Map.Entry<String, JsonNode> entry : all.properties()) {
        if (!ALL.contains(entry.getKey())) {
          throw new IllegalStateException("unknown key name in the key file: " + entry.getKey());
        }
        keysets.put(
            entry.getKey(),
            TinkJsonProtoKeysetFormat.parseKeyset(
                entry.getValue().toString(),
                RegistryConfiguration.get(),
                InsecureSecretKeyAccess.get()));
      }
      return new HubKeys(keysets);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the key file " + file.getFileName(), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key file is damaged: restore it from its backup", e);
    }
  }

  /** Only the named keys and, where {@code withHash}, the key of hashes: what one app may hold. */
  public HubKeys subset(Set<String> names, boolean withHash) {
    Map<String, KeysetHandle> some = new LinkedHashMap<>(keysets);
    some.keySet().removeIf(name -> name.equals(HASH) ? !withHash : !names.contains(name));
    return new HubKeys(some);
  }

  /** Writes the keys to an owner-only file, atomically. */
  public void save(Path file) {
    try {
      ObjectNode all = JSON.createObjectNode();
      for (Map.Entry<String, KeysetHandle> entry : new TreeMap<>(keysets).entrySet()) {
        all.set(
            entry.getKey(),
            JSON.readTree(
                TinkJsonProtoKeysetFormat.serializeKeyset(
                    entry.getValue(), RegistryConfiguration.get(), InsecureSecretKeyAccess.get())));
      }
      OwnerOnlyFile.write(file, all.toPrettyString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the key file " + file.getFileName(), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot serialise the keys", e);
    }
  }

  /** Seals bytes under a key of this app, bound to an id. */
  public Sealed seal(String keyName, String associatedId, byte[] plain) {
    return seal(aead(keyName), keyName, associatedId, plain);
  }

  /** Opens a value that was sealed under a key of this app. */
  public byte[] open(Sealed sealed) {
    return open(aead(sealed.keyRef()), sealed);
  }

  public String openText(Sealed sealed) {
    return new String(open(sealed), UTF_8);
  }

  public Sealed sealText(String keyName, String associatedId, String plain) {
    return seal(keyName, associatedId, plain.getBytes(UTF_8));
  }

  /**
   * A keyed hash, 24 characters of base64url. The domain keeps equal values of different kinds
   * apart; the key keeps small input spaces (dates of birth, NHS numbers) from being tried out.
   */
  public String hash(String domain, String value) {
    PrfSet keyed = prf;
    if (keyed == null) {
      throw new IllegalStateException("this app was not given the key of hashes");
    }
    try {
      byte[] input = (domain + '\u0000' + value).getBytes(UTF_8);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(keyed.computePrimary(input, HASH_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot hash", e);
    }
  }

  static Sealed seal(Aead aead, String keyRef, String associatedId, byte[] plain) {
    try {
      return new Sealed(
          keyRef, associatedId, ByteBuffer.wrap(aead.encrypt(plain, associatedId.getBytes(UTF_8))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal under " + keyRef, e);
    }
  }

  static byte[] open(Aead aead, Sealed sealed) {
    try {
      return aead.decrypt(sealed.bytes(), sealed.associatedId().getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new CannotOpenException(sealed.keyRef(), e);
    }
  }

  Aead aead(String keyName) {
    Aead aead = aeads.get(keyName);
    if (aead == null) {
      throw new IllegalStateException("this app was not given the key " + keyName);
    }
    return aead;
  }

  private static void register() {
    try {
      AeadConfig.register();
      PrfConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot start the cryptography library", e);
    }
  }
}
