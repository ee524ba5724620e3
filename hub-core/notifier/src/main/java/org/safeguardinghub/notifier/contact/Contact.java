package org.safeguardinghub.notifier.contact;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * Where one person can be reached, sealed.
 *
 * @param until when the person leaves the directory; empty: no end is known
 */
public record Contact(
    String personId,
    Optional<Sealed> email,
    Optional<Sealed> webhook,
    Optional<Sealed> phone,
    Optional<Instant> until) {}
