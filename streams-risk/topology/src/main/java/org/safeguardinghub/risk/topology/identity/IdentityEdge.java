package org.safeguardinghub.risk.topology.identity;

import java.time.InstantSource;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.sealing.HubKeys;

/**
 * What the two topologies need from outside.
 *
 * @param serdes Avro serdes of topic values
 * @param keys the hub's own keys that identity may hold: intake, dob, hash
 * @param people the keys of person references
 * @param catalogue the event catalogue
 * @param calendar working days, for the due times of questions
 * @param clock the hub's clock
 * @param stories whether references of played stories are honoured: on story folders only
 */
public record IdentityEdge(
    AvroSerdes serdes,
    HubKeys keys,
    PersonSealing people,
    EventCatalogue catalogue,
    WorkingCalendar calendar,
    InstantSource clock,
    boolean stories) {}
