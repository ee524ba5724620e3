package org.safeguardinghub.schemas.evolution;

/** One reason why a schema may not be published as it stands. */
record Refusal(Rule rule, String where, String why) {
  @Override
  public String toString() {
    return "%s at %s: %s".formatted(rule, where, why);
  }
}
