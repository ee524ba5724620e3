package org.safeguardinghub.risk.policy.oracle;

/** A pattern as its words say it, and a recipe of histories on which to try it. */
record Tried(Recipe recipe, NaivePattern naive) {
  @Override
  public String toString() {
    return recipe.pattern() + " of a " + recipe.scope().word();
  }
}
