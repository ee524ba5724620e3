package org.safeguardinghub.risk.identity;

import java.util.List;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;

/** Builds requests; each call gives a changed copy. */
record Asked(
    String event,
    String person,
    boolean stable,
    Claims claims,
    String feed,
    OriginFamily family,
    HandlingClass handling,
    boolean fact,
    boolean urgent,
    boolean birth,
    boolean scoped,
    boolean stories) {
  /** Readable in failures: no secret is needed to tell values apart. */
  static final KeyedHash HASH =
      (domain, value) ->
          "%-22s"
              .formatted(Integer.toHexString((domain + value).hashCode()) + "-" + value.length())
              .replace(' ', '_');

  static Asked about(Claims claims) {
    return new Asked(
        "e1",
        "event-person",
        false,
        claims,
        "fablewick-police",
        OriginFamily.POL,
        HandlingClass.H1,
        false,
        false,
        false,
        false,
        false);
  }

  Asked person(String ref) {
    return new Asked(
        event, ref, true, claims, feed, family, handling, fact, urgent, birth, scoped, stories);
  }

  Asked event(String id) {
    return new Asked(
        id,
        stable ? person : "person-of-" + id,
        stable,
        claims,
        feed,
        family,
        handling,
        fact,
        urgent,
        birth,
        scoped,
        stories);
  }

  Asked from(String sender, OriginFamily of) {
    return new Asked(
        event, person, stable, claims, sender, of, handling, fact, urgent, birth, scoped, stories);
  }

  Asked handled(HandlingClass other) {
    return new Asked(
        event, person, stable, claims, feed, family, other, fact, urgent, birth, scoped, stories);
  }

  Asked fact(boolean other) {
    return new Asked(
        event, person, stable, claims, feed, family, handling, other, urgent, birth, scoped,
        stories);
  }

  Asked urgent(boolean other) {
    return new Asked(
        event, person, stable, claims, feed, family, handling, fact, other, birth, scoped, stories);
  }

  Asked birth(boolean other) {
    return new Asked(
        event, person, stable, claims, feed, family, handling, fact, urgent, other, scoped,
        stories);
  }

  Asked scoped(boolean other) {
    return new Asked(
        event, person, stable, claims, feed, family, handling, fact, urgent, birth, other, stories);
  }

  Asked stories(boolean other) {
    return new Asked(
        event, person, stable, claims, feed, family, handling, fact, urgent, birth, scoped, other);
  }

  Request request() {
    return new Request(
        event + ".0",
        person,
        stable,
        claims,
        BlockingKeys.of(HASH, claims, feed, List.of(), stories),
        family,
        handling,
        fact,
        urgent,
        claims.unborn().isPresent(),
        birth,
        scoped);
  }
}
