package org.safeguardinghub.deploy.local.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;

/** The broker's process: {@code BrokerMain <server.properties> <users.properties> <ready file>}. */
public final class BrokerMain {
  private BrokerMain() {}

  public static void main(String[] args) throws Exception {
    Properties server = OwnerOnly.read(Path.of(args[0]));
    Path log = Path.of(server.getProperty("log.dirs"));
    if (!Files.exists(log.resolve("meta.properties"))) {
      BrokerStorage.format(Path.of(args[0]), log, OwnerOnly.read(Path.of(args[1])));
    }
    KafkaRaftServer broker = new KafkaRaftServer(new KafkaConfig(server), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(broker::shutdown, "stop-broker"));
    broker.startup();
    ready(Path.of(args[2]));
    broker.awaitShutdown();
  }

  private static void ready(Path file) throws java.io.IOException {
    Path part = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(
        part, "{\"app\":\"broker\",\"pid\":%d}%n".formatted(ProcessHandle.current().pid()));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
