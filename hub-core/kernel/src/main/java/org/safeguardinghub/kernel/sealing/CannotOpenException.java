package org.safeguardinghub.kernel.sealing;

/**
 * A sealed value did not open: its key was destroyed or is not ours, or the value was moved to
 * another event. The message names the key only.
 */
public final class CannotOpenException extends RuntimeException {
  CannotOpenException(String keyRef, Throwable cause) {
    super("cannot open a value sealed under " + keyRef, cause);
  }
}
