package org.safeguardinghub.deploy.local.folder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/** The loopback ports of one hub: fixed from a base, or chosen once and kept with the data. */
public final class Ports {
  /** What listens, and how far after the base. */
  public enum Use {
    CONSOLE(0),
    API(1),
    SMTP(2),
    IMAP(3),
    BROKER(4),
    BROKER_INTERNAL(5),
    BROKER_CONTROLLER(6),
    REGISTRY(7),
    REGISTRY_HEALTH(8),
    POSTGRES(9),
    FHIR(10),
    SFTP(11);

    private final int offset;

    Use(int offset) {
      this.offset = offset;
    }

    String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private static final int LOWEST = 12_000;
  private static final int BLOCK = 16;
  private static final int BLOCKS = 1_280;
  private static final int TRIES = 200;

  private final Map<Use, Integer> ports;

  private Ports(Map<Use, Integer> ports) {
    this.ports = ports;
  }

  public int of(Use use) {
    return java.util.Objects.requireNonNull(ports.get(use));
  }

  /** Ports base, base + 1, ...; refused where another process listens on one of them. */
  public static Ports fixed(int base) {
    Map<Use, Integer> ports = new EnumMap<>(Use.class);
    for (Use use : Use.values()) {
      int port = base + use.offset;
      if (!free(port)) {
        String by = PortOwner.of(port).map(owner -> " by " + owner).orElse("");
        throw new StartRefused(
            ExitCode.MACHINE,
            "port %d (%s) is taken%s: end that process or give other ports by --port-base N"
                .formatted(port, use.key(), by));
      }
      ports.put(use, port);
    }
    return new Ports(ports);
  }

  /** Free ports, the same as last time wherever they are still free. */
  public static Ports chosen(DataFolder data) throws IOException {
    Path file = data.run().resolve("ports.properties");
    Properties before = Files.exists(file) ? OwnerOnly.read(file) : new Properties();
    int block = freeBlock();
    Map<Use, Integer> ports = new EnumMap<>(Use.class);
    for (Use use : Use.values()) {
      int wished = number(before.getProperty(use.key(), "0"));
      ports.put(use, free(wished) ? wished : block + use.offset);
    }
    Properties now = new Properties();
    ports.forEach((use, port) -> now.setProperty(use.key(), Integer.toString(port)));
    OwnerOnly.write(file, now, "Loopback ports of this hub");
    return new Ports(ports);
  }

  /**
   * Where ports for all uses are free, below those that systems give to connections going out: one
   * of these could take a port before the process that is to listen there has started.
   */
  private static int freeBlock() {
    for (int i = 0; i < TRIES; i++) {
      int base = LOWEST + BLOCK * ThreadLocalRandom.current().nextInt(BLOCKS);
      if (Arrays.stream(Use.values()).allMatch(use -> free(base + use.offset))) {
        return base;
      }
    }
    throw new StartRefused(
        ExitCode.MACHINE,
        "no free ports were found between %d and %d: end what listens there or give ports by"
                .formatted(LOWEST, LOWEST + BLOCK * BLOCKS - 1)
            + " --port-base N");
  }

  private static int number(String text) {
    return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
  }

  private static boolean free(int port) {
    if (port < 1024 || port > 65535) {
      return false;
    }
    try (ServerSocket socket = bind(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    try {
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    return socket;
  }
}
