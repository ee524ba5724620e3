package org.safeguardinghub.kernel.runtime;

import java.time.Instant;
import java.time.InstantSource;
import org.safeguardinghub.kernel.codec.AvroSerdes;

/**
 * The hub's clock. A live hub follows the system's; a hub made for stories follows {@code
 * clock.v1}, and nothing can turn the one into the other: the setting is written when the data
 * folder is made.
 */
public interface HubClock extends InstantSource, AutoCloseable {
  /** The clock that the app's settings name. */
  static HubClock of(AppSettings settings, KafkaSettings kafka) {
    return switch (settings.text("clock", "system")) {
      case "system" -> system();
      case "story" -> story(kafka, settings.text("hub.app"));
      case String other ->
          throw new AppSettings.SettingsFault("the setting clock is system or story, not " + other);
    };
  }

  /** The clock that a story moves, as one client follows it. */
  static HubClock story(KafkaSettings kafka, String client) {
    return StoryClock.follow(kafka, AvroSerdes.of(kafka.registry()), client);
  }

  static HubClock system() {
    return new HubClock() {
      @Override
      public Instant instant() {
        return Instant.now();
      }

      @Override
      public boolean story() {
        return false;
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }

  /** Whether a story moves this clock. */
  boolean story();

  @Override
  void close();
}
