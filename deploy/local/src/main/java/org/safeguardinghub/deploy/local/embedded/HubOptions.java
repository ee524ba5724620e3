package org.safeguardinghub.deploy.local.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.safeguardinghub.deploy.local.apps.AppSpec;
import org.safeguardinghub.deploy.local.apps.Feed;
import org.safeguardinghub.deploy.local.apps.OwnFeeds;
import org.safeguardinghub.deploy.local.apps.SftpProcess;
import org.safeguardinghub.deploy.local.folder.BuildFolder;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.deploy.local.process.ProcessEvent;

/**
 * How an embedded hub is started.
 *
 * @param data its data folder; made where it is missing
 * @param build what the build left for running
 * @param portBase first of the fixed ports; empty for free ones that are kept with the data
 * @param story whether the folder's clock is a story's; decided when the folder is made
 * @param feeds onboarded senders
 * @param apps names of the apps to start
 * @param settings given to every app beside its own
 * @param listener told what happens
 */
public record HubOptions(
    Path data,
    BuildFolder build,
    OptionalInt portBase,
    boolean story,
    List<Feed> feeds,
    List<String> apps,
    Map<String, String> settings,
    Consumer<ProcessEvent> listener) {

  public HubOptions {
    feeds = List.copyOf(feeds);
    apps = List.copyOf(apps);
    settings = Map.copyOf(settings);
    List<String> known =
        Stream.concat(AppSpec.ALL.stream().map(AppSpec::name), Stream.of(SftpProcess.NAME))
            .toList();
    for (String app : apps) {
      if (!app.isEmpty() && !known.contains(app)) {
        throw new StartRefused(
            ExitCode.USAGE, "no app is named %s: there are %s".formatted(app, known));
      }
    }
  }

  /** The default profile in a folder, on free ports, silently. */
  public static HubOptions in(Path data) {
    return new HubOptions(
        data,
        BuildFolder.ofThisProcess(),
        OptionalInt.empty(),
        false,
        new OwnFeeds(data).all(),
        AppSpec.defaults(),
        Map.of(),
        event -> {});
  }

  public HubOptions withStory() {
    return new HubOptions(data, build, portBase, true, feeds, apps, settings, listener);
  }

  public HubOptions withPortBase(int base) {
    return new HubOptions(
        data, build, OptionalInt.of(base), story, feeds, apps, settings, listener);
  }

  public HubOptions withApps(String... names) {
    return new HubOptions(data, build, portBase, story, feeds, List.of(names), settings, listener);
  }

  /** Connectors beside the apps that start anyway. */
  public HubOptions withConnectors(List<String> names) {
    for (String name : names) {
      if (!AppSpec.OPTIONAL.contains(name)) {
        throw new StartRefused(
            ExitCode.USAGE,
            "no connector is named %s: there are %s"
                .formatted(name, new TreeSet<>(AppSpec.OPTIONAL)));
      }
    }
    List<String> all = Stream.concat(apps.stream(), names.stream()).distinct().toList();
    return new HubOptions(data, build, portBase, story, feeds, all, settings, listener);
  }

  public HubOptions withSettings(Map<String, String> more) {
    return new HubOptions(data, build, portBase, story, feeds, apps, more, listener);
  }

  public HubOptions withListener(Consumer<ProcessEvent> told) {
    return new HubOptions(data, build, portBase, story, feeds, apps, settings, told);
  }
}
