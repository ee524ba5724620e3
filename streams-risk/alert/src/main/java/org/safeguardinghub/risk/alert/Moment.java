package org.safeguardinghub.risk.alert;

import java.time.Instant;

/**
 * When an input is dealt with, and what is true then.
 *
 * @param at the time
 * @param directory the lead directory
 * @param situation the situation of the children concerned
 */
public record Moment(Instant at, Directory directory, Situation situation) {}
