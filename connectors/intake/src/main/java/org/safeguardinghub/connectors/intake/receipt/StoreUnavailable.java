package org.safeguardinghub.connectors.intake.receipt;

/**
 * The store cannot be reached or refused its work; nothing was recorded. Holds no text of the
 * database.
 */
public final class StoreUnavailable extends RuntimeException {
  public StoreUnavailable(String state) {
    super("the intake's database did not answer (" + state + ")");
  }
}
