package org.safeguardinghub.deploy.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.embedded.HubOptions;
import org.safeguardinghub.deploy.local.folder.DemoFolder;

/** A hub in a folder that goes with it. */
final class TemporaryHub implements AutoCloseable {
  private final Path folder;
  private final EmbeddedHub hub;
  private boolean closed;

  private TemporaryHub(Path folder, EmbeddedHub hub) {
    this.folder = folder;
    this.hub = hub;
  }

  static TemporaryHub withConnectors(String... names) {
    Path folder = newFolder();
    return new TemporaryHub(
        folder, EmbeddedHub.start(HubOptions.in(folder).withConnectors(List.of(names))));
  }

  static TemporaryHub forStories() {
    Path folder = newFolder();
    return new TemporaryHub(folder, EmbeddedHub.start(HubOptions.in(folder).withStory()));
  }

  EmbeddedHub hub() {
    return hub;
  }

  /** The system of an agency, with that agency's own token. */
  AgencyHttp agency(String feed) {
    return new AgencyHttp(hub.apiUrl(), hub.token(feed));
  }

  Path folder() {
    return folder;
  }

  /** Stops the processes and leaves the folder, so that its files can be searched. */
  void stop() {
    if (!closed) {
      closed = true;
      hub.close();
    }
  }

  @Override
  public void close() {
    stop();
    try {
      DemoFolder.remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("hub-journey");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
