package org.safeguardinghub.risk.identity;

import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;

/**
 * One event whose child is asked for.
 *
 * @param eventKey the event and the subject's place in it
 * @param personRef the person reference that it came with
 * @param stable whether that reference means the same person next time
 * @param claims what was said of the person
 * @param keys the blocking keys of those claims
 * @param family origin family of the sender
 * @param handling effective handling class
 * @param fact a mere fact or a protective event: about somebody who is not held it ends
 * @param urgent level 4, or content that alone completes a most urgent pattern
 * @param unborn the subject is not born yet
 * @param birth the event that tells of a birth
 * @param scoped whether a household, place or setting was named by a reference
 */
public record Request(
    String eventKey,
    String personRef,
    boolean stable,
    Claims claims,
    BlockingKeys keys,
    OriginFamily family,
    HandlingClass handling,
    boolean fact,
    boolean urgent,
    boolean unborn,
    boolean birth,
    boolean scoped) {}
