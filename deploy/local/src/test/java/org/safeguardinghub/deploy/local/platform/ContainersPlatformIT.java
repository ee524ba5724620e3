package org.safeguardinghub.deploy.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/**
 * The same platform and provisioning on containers, where they are asked for and Docker answers.
 */
final class ContainersPlatformIT {
  @TempDir Path folder;

  @Test
  void containersAreProvisionedLikeTheEmbeddedPlatform() throws Exception {
    assumeTrue(
        Boolean.getBoolean("hub.containers"),
        "containers were not asked for (./hub test --containers, or -Dhub.containers=true)");
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "no Docker daemon answers on this machine");

    List<String> feeds = List.of("heron-house", "lantern-trust");
    try (ContainersPlatform platform = ContainersPlatform.start(folder, feeds)) {
      new DeclaredAccess(platform, feeds).verify();
      try (Connection owner =
          DriverManager.getConnection(
              platform.jdbcUrl(), "hub_owner", platform.databasePassword("hub_owner"))) {
        assertThat(owner.isValid(5)).isTrue();
      }
    }
  }
}
