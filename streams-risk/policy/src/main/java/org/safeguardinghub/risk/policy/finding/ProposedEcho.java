package org.safeguardinghub.risk.policy.finding;

/** Two reports that may be of one incident. Until a person rules on it, each counts by itself. */
public record ProposedEcho(String eventId, String mayEcho) {}
