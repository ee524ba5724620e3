package org.safeguardinghub.deploy.local.provision;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.topics.Topic;
import org.safeguardinghub.kernel.topics.Topics;

/**
 * The whole of provisioning. A fingerprint of everything declared is kept with the data: while it
 * is the same, only presence is verified, which takes a fraction of a second.
 */
public final class Provisioning {
  private final List<Topic> topics;
  private final Set<AclBinding> grants;
  private final Set<String> principals;
  private final Map<String, Schema> schemas;
  private final Path fingerprintFile;

  public Provisioning(Collection<String> feeds, boolean stories, Path fingerprintFile) {
    this.topics = Topics.all(feeds, stories);
    this.grants = Grants.of(topics, feeds);
    this.principals = Grants.principals(feeds, stories);
    this.schemas = SchemaProvisioning.schemas(topics);
    this.fingerprintFile = fingerprintFile;
  }

  /** Provisions the broker, the registry and the database at once. */
  public void run(
      URI registryUrl,
      KafkaSettings provisioner,
      DatabaseProvisioning database,
      Function<String, String> passwords)
      throws IOException {
    String fingerprint = fingerprint();
    boolean known =
        Files.exists(fingerprintFile)
            && Files.readString(fingerprintFile).strip().equals(fingerprint);
    SchemaProvisioning registry = new SchemaProvisioning(registryUrl);
    Together.run(
        "provisioning",
        List.of(
            () -> broker(provisioner, passwords, !known),
            () -> schemas(registry, known),
            () -> database(database, known)));
    OwnerOnly.write(fingerprintFile, fingerprint + "\n");
  }

  private void broker(
      KafkaSettings provisioner, Function<String, String> passwords, boolean withSettings)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(provisioner.client("provisioner"))) {
      KafkaProvisioning broker = new KafkaProvisioning(admin);
      broker.users(principals, passwords);
      broker.topics(topics, withSettings);
      broker.grants(grants);
    }
  }

  private void schemas(SchemaProvisioning registry, boolean known)
      throws IOException, RestClientException, InterruptedException {
    if (!known || !registry.complete(schemas.keySet())) {
      registry.register(schemas);
    }
  }

  private void database(DatabaseProvisioning database, boolean known) throws SQLException {
    if (!known || !database.complete()) {
      database.provision();
    }
  }

  private String fingerprint() throws IOException {
    String declared =
        topics.stream()
                .map(topic -> topic.name() + topic.partitions() + topic.config())
                .sorted()
                .toList()
            + grants.stream()
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new))
                .toString()
            + schemas
            + DatabaseProvisioning.ROLES
            + DatabaseProvisioning.scripts();
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(declared.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
