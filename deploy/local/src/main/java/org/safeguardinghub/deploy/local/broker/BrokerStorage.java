package org.safeguardinghub.deploy.local.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.metadata.AccessControlEntryRecord;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.server.common.ApiMessageAndVersion;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;
import org.safeguardinghub.kernel.topics.Principals;

/**
 * Formats the broker's storage: aside first, then moved into place, so that a half-formatted one
 * never starts.
 */
final class BrokerStorage {
  private static final List<AclOperation> CLUSTER_RIGHTS =
      List.of(
          AclOperation.ALTER,
          AclOperation.ALTER_CONFIGS,
          AclOperation.CREATE,
          AclOperation.DESCRIBE,
          AclOperation.DESCRIBE_CONFIGS);
  private static final List<AclOperation> TOPIC_RIGHTS =
      List.of(
          AclOperation.CREATE,
          AclOperation.ALTER,
          AclOperation.ALTER_CONFIGS,
          AclOperation.DESCRIBE,
          AclOperation.DESCRIBE_CONFIGS);

  private BrokerStorage() {}

  static void format(Path config, Path storage, Properties users) throws Exception {
    Path aside = storage.resolveSibling(storage.getFileName() + ".formatting");
    deleteTree(aside);
    Files.createDirectories(aside);
    Properties formatting = OwnerOnly.read(config);
    formatting.setProperty("log.dirs", aside.toString());
    Path temporary = config.resolveSibling("broker-format.properties");
    OwnerOnly.write(temporary, formatting, "Only while the storage is formatted");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "format",
                "-c",
                temporary.toString(),
                "-t",
                Uuid.randomUuid().toString(),
                "--standalone"));
    for (String user : new TreeSet<>(users.stringPropertyNames())) {
      arguments.add("--add-scram");
      arguments.add("SCRAM-SHA-512=[name=%s,password=%s]".formatted(user, users.getProperty(user)));
    }
    int result = StorageTool.execute(arguments.toArray(String[]::new), System.out);
    Files.delete(temporary);
    if (result != 0) {
      throw new IOException("formatting the broker's storage ended with " + result);
    }
    grantProvisioner(aside);
    Files.move(aside, storage);
  }

  /**
   * The provisioner's rights stand in the metadata from the first record on: no client ever has to
   * be a super-user for somebody to be able to grant. It may administer and describe, not read or
   * write data.
   */
  private static void grantProvisioner(Path storage) throws Exception {
    BootstrapDirectory directory = new BootstrapDirectory(storage.toString());
    BootstrapMetadata before = directory.read();
    List<ApiMessageAndVersion> records = new ArrayList<>(before.records());
    for (AclOperation operation : CLUSTER_RIGHTS) {
      records.add(grant(ResourceType.CLUSTER, "kafka-cluster", operation));
    }
    for (AclOperation operation : TOPIC_RIGHTS) {
      records.add(grant(ResourceType.TOPIC, "*", operation));
    }
    // The snapshot is never overwritten in place.
    Files.delete(storage.resolve(BootstrapDirectory.BINARY_BOOTSTRAP_FILENAME));
    directory.writeBinaryFile(BootstrapMetadata.fromRecords(records, before.source()));
  }

  private static ApiMessageAndVersion grant(
      ResourceType type, String resource, AclOperation operation) {
    return new ApiMessageAndVersion(
        new AccessControlEntryRecord()
            .setId(Uuid.randomUuid())
            .setResourceType(type.code())
            .setResourceName(resource)
            .setPatternType(PatternType.LITERAL.code())
            .setPrincipal("User:" + Principals.PROVISIONER)
            .setHost("*")
            .setOperation(operation.code())
            .setPermissionType(AclPermissionType.ALLOW.code()),
        (short) 0);
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
