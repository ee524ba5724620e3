package org.safeguardinghub.deploy.local.platform;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.safeguardinghub.deploy.local.folder.BuildFolder;
import org.safeguardinghub.deploy.local.folder.DataFolder;
import org.safeguardinghub.deploy.local.process.ClassArchives;
import org.safeguardinghub.deploy.local.process.ProcessEvent;

/**
 * What an embedded platform needs to know.
 *
 * @param portBase first of the fixed ports; empty for free ones that are kept with the data
 * @param feeds onboarded senders
 * @param story whether the folder's clock is a story's
 * @param caches what shortens the start of a JVM, where there is one
 */
public record PlatformOptions(
    DataFolder data,
    BuildFolder build,
    OptionalInt portBase,
    List<String> feeds,
    boolean story,
    ClassArchives caches,
    Consumer<ProcessEvent> listener) {

  public PlatformOptions {
    feeds = List.copyOf(feeds);
  }
}
