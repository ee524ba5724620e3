package org.safeguardinghub.deploy.local.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortsTest {
  @TempDir Path folder;

  @Test
  void chosenPortsDifferAndStayTheSame() throws IOException {
    DataFolder data = new DataFolder(folder);
    data.open(false);
    Ports first = Ports.chosen(data);
    Ports second = Ports.chosen(data);

    assertThat(Stream.of(Ports.Use.values()).map(first::of)).doesNotHaveDuplicates();
    for (Ports.Use use : Ports.Use.values()) {
      assertThat(second.of(use)).isEqualTo(first.of(use));
    }
  }

  @Test
  void takenPortIsNamedWithTheProcessThatHasIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int base = taken.getLocalPort(); // the console's is the first
      assertThatThrownBy(() -> Ports.fixed(base))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("port %d (console) is taken".formatted(taken.getLocalPort()))
          .hasMessageContaining("--port-base")
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
  }
}
