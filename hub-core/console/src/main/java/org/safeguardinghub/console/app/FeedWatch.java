package org.safeguardinghub.console.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safeguardinghub.console.alert.AlertStore;
import org.safeguardinghub.console.alert.FeedExpectations;
import org.safeguardinghub.console.outbox.SilenceCheck;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.yaml.Fault;

/** The watch over feeds, as the settings want it. */
final class FeedWatch {
  private static final Duration EVERY = Duration.ofMinutes(1);

  private FeedWatch() {}

  /** What the file named by {@code feeds.expected} says; a faulty one stops the start. */
  static FeedExpectations expectations(AppSettings settings) {
    Optional<Path> file = settings.optional("feeds.expected").map(Path::of);
    if (file.isEmpty()) {
      return FeedExpectations.none();
    }
    return switch (FeedExpectations.read(
        file.get().toString(), text(file.get()), EventCatalogue.load())) {
      case FeedExpectations.Reading.Sound(FeedExpectations expectations) -> expectations;
      case FeedExpectations.Reading.Faulty(List<Fault> faults) ->
          throw new AppSettings.SettingsFault(
              "what is expected of feeds is faulty:\n"
                  + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    };
  }

  /** Looks every minute; not where a story's clock leaps over weeks in which nobody sends. */
  static Optional<Rounds> rounds(
      AppSettings settings, AlertStore alerts, SilenceCheck check, InstantSource clock) {
    return settings.text("clock", "system").equals("story")
        ? Optional.empty()
        : Optional.of(
            new Rounds("feeds", EVERY, () -> check.look(alerts.feeds(), clock.instant())));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AppSettings.SettingsFault(
          "cannot read " + file + ": it must be a text in UTF-8, or take feeds.expected away");
    }
  }
}
