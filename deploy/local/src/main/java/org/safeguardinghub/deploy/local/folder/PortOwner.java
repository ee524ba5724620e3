package org.safeguardinghub.deploy.local.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which process listens on a port, as far as /proc tells this user. */
final class PortOwner {
  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";

  private PortOwner() {}

  static Optional<String> of(int port) {
    for (String table : List.of("tcp", "tcp6")) {
      Optional<String> socket = socketOf(PROC.resolve("net/" + table), port);
      if (socket.isPresent()) {
        return socket.flatMap(PortOwner::processOf);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> socketOf(Path table, int port) {
    String suffix = ":%04X".formatted(port);
    try (Stream<String> lines = Files.lines(table)) {
      return lines
          .map(line -> line.strip().split("\\s+"))
          .filter(f -> f.length > 9 && f[1].endsWith(suffix) && f[3].equals(LISTENING))
          .map(f -> "socket:[" + f[9] + "]")
          .findFirst();
    } catch (IOException noProc) {
      return Optional.empty();
    }
  }

  private static Optional<String> processOf(String socket) {
    return ProcessHandle.allProcesses()
        .filter(process -> holds(PROC.resolve(process.pid() + "/fd"), socket))
        .findFirst()
        .map(
            process ->
                "process %d (%s)"
                    .formatted(process.pid(), process.info().command().orElse("unknown program")));
  }

  private static boolean holds(Path descriptors, String socket) {
    try (Stream<Path> files = Files.list(descriptors)) {
      return files.anyMatch(file -> target(file).equals(socket));
    } catch (IOException notOurs) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException gone) {
      return "";
    }
  }
}
