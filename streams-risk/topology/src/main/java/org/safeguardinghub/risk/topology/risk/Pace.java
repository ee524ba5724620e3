package org.safeguardinghub.risk.topology.risk;

import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a transaction ends. Somebody waits for what follows from a record that came just now, so it
 * is committed at once; behind a backlog nobody does, and commits only cost: there the interval of
 * the settings rules.
 */
final class Pace {
  private static final long FRESH = Duration.ofSeconds(1).toMillis();

  /** So much is gathered of what comes in a burst. */
  private static final long BURST = Duration.ofMillis(20).toMillis();

  private final ProcessorContext<?, ?> context;

  /** That of the machine, as the broker's: a story's clock says nothing of a backlog. */
  private final InstantSource wall;

  private long asked = Long.MIN_VALUE / 2;
  private boolean waits;
  private boolean behind;

  Pace(ProcessorContext<?, ?> context, InstantSource wall) {
    this.context = context;
    this.wall = wall;
  }

  /** A record was dealt with that the broker took at that moment. */
  void processed(long timestamp) {
    long now = wall.millis();
    behind = now - timestamp > FRESH;
    if (behind) {
      return;
    }
    waits = true;
    if (now - asked >= BURST) {
      ask(now);
    }
  }

  /**
   * A tick is over.
   *
   * @param wrote whether something was written at it
   */
  void ticked(boolean wrote) {
    // Behind a backlog a tick finds something due almost always.
    if (waits || (wrote && !behind)) {
      ask(wall.millis());
    }
  }

  private void ask(long now) {
    asked = now;
    waits = false;
    context.commit();
  }
}
