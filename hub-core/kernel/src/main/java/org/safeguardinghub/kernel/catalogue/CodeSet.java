package org.safeguardinghub.kernel.catalogue;

/**
 * The named sets of event types that patterns and clocks speak of. Their members stand in
 * event-groups.yaml.
 */
public enum CodeSet {
  INJURY,
  UNEXPLAINED_INJURY,
  FOOD,
  WAS_NOT_BROUGHT,
  DA_INCIDENT,
  MISSING,
  RETURN,
  RETURN_INTERVIEW,
  PARENTAL_MENTAL_ILL_HEALTH,
  PARENTAL_SUBSTANCE,
  SELF_HARM,
  LEAVES_HOME,
  COMES_HOME,
  REFERRAL_DECISION,
  CLOSURE_WITHOUT_ACTION,
  STATUTORY_SIGHTING,
  SIGHTING,
  FACT,
  ECHO_BY_NATURE
}
