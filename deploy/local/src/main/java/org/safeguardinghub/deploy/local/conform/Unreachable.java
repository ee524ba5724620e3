package org.safeguardinghub.deploy.local.conform;

/** Nothing answers at a connector's address. */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unreachable(String message) {
    super(message);
  }
}
