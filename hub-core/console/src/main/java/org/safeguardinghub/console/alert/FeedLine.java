package org.safeguardinghub.console.alert;

import java.time.Instant;
import java.util.Optional;

/** How one sender's feed is doing. */
public record FeedLine(
    String feed,
    String connector,
    Optional<Instant> lastReceivedAt,
    long accepted,
    long refused,
    Instant at) {}
