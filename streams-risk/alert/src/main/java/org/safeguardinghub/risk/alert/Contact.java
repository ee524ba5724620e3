package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person as routing sees one: reachable over some channels for a span of time.
 *
 * @param personId opaque id
 * @param channels how the person is notified, in order
 * @param from since when, inclusive
 * @param until until when, exclusive; absent: still
 */
public record Contact(
    String personId, List<Channel> channels, Instant from, Optional<Instant> until) {
  public Contact {
    channels = List.copyOf(channels);
  }

  boolean reachableAt(Instant at) {
    return !channels.isEmpty() && Directory.holds(from, until, at);
  }
}
