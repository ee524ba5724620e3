package org.safeguardinghub.risk.topology.risk;

import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.risk.alert.AlertRules;
import org.safeguardinghub.risk.policy.rule.Policy;

/**
 * What the topology needs from outside.
 *
 * @param serdes Avro serdes of topic values
 * @param keys the hub's own keys that risk may hold: dates of birth
 * @param catalogue the event catalogue
 * @param rules the life of alerts
 * @param shipped the policy that holds until a version was activated
 * @param reader reads the text of a published policy version
 * @param clock the hub's clock
 * @param story whether a story moves that clock
 * @param tokens a fresh token at each call, for barrier records
 */
public record RiskEdge(
    AvroSerdes serdes,
    HubKeys keys,
    EventCatalogue catalogue,
    AlertRules rules,
    Policy shipped,
    Function<String, Policy> reader,
    InstantSource clock,
    boolean story,
    Supplier<String> tokens) {}
