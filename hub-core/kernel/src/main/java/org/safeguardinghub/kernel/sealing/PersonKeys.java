package org.safeguardinghub.kernel.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;

/**
 * The keys of person references: one for narrative and identity, one for locations. They live in
 * their own table, wrapped under the master key, and cannot be rebuilt from any topic: destroying
 * the row erases the person from every log, store and backup.
 */
public final class PersonKeys {
  /** What a person key seals. */
  public enum Purpose {
    PERSON,
    LOCATION;

    String keyRef(String personRef) {
      return name().toLowerCase(Locale.ROOT) + ':' + personRef;
    }
  }

  private static final int CACHED = 20_000;

  private final DataSource database;
  private final HubKeys hubKeys;
  private final ConcurrentMap<String, Aead> cache = new ConcurrentHashMap<>();

  public PersonKeys(DataSource database, HubKeys hubKeys) {
    this.database = database;
    this.hubKeys = hubKeys;
  }

  /**
   * Seals under the person's key, which is made if there is none. Safe to repeat: the first key
   * stays.
   */
  public Sealed seal(Purpose purpose, String personRef, String associatedId, byte[] plain) {
    String keyRef = purpose.keyRef(personRef);
    Aead aead = find(keyRef).orElseGet(() -> create(keyRef));
    return HubKeys.seal(aead, keyRef, associatedId, plain);
  }

  /** Opens a value sealed under a person's key; empty once that key was destroyed. */
  public Optional<String> open(Sealed sealed) {
    return find(sealed.keyRef()).map(aead -> new String(HubKeys.open(aead, sealed), UTF_8));
  }

  private Optional<Aead> find(String keyRef) {
    Aead cached = cache.get(keyRef);
    if (cached != null) {
      return Optional.of(cached);
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select wrapped from keys.person_key where key_ref = ?")) {
      select.setString(1, keyRef);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(remember(keyRef, unwrap(keyRef, rows.getBytes(1))))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the key store does not answer", e);
    }
  }

  private Aead create(String keyRef) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into keys.person_key (key_ref, wrapped) values (?, ?) on conflict do nothing")) {
      KeysetHandle fresh =
          KeysetHandle.generateNew(
              PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
      byte[] plain =
          TinkProtoKeysetFormat.serializeKeyset(
              fresh, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
      Sealed wrapped = hubKeys.seal(HubKeys.MASTER, keyRef, plain);
      insert.setString(1, keyRef);
      insert.setBytes(2, wrapped.bytes());
      insert.executeUpdate();
    } catch (SQLException | GeneralSecurityException e) {
      throw new IllegalStateException("the key store does not take a new key", e);
    }
    // Read back: another writer's key may have been first.
    return find(keyRef)
        .orElseThrow(() -> new IllegalStateException("the key store lost a new key"));
  }

  private Aead unwrap(String keyRef, byte[] wrapped) {
    try {
      byte[] plain = hubKeys.open(new Sealed(HubKeys.MASTER, keyRef, ByteBuffer.wrap(wrapped)));
      return TinkProtoKeysetFormat.parseKeyset(
              plain, InsecureSecretKeyAccess.get(), RegistryConfiguration.get())
          .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a person key in the key store is damaged", e);
    }
  }

  private Aead remember(String keyRef, Aead aead) {
    if (cache.size() >= CACHED) {
      cache.clear();
    }
    cache.put(keyRef, aead);
    return aead;
  }
}
