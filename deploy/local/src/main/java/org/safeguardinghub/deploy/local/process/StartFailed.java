package org.safeguardinghub.deploy.local.process;

import java.nio.file.Path;

/** A child process did not become ready at its first start; the message names its log. */
public final class StartFailed extends RuntimeException {
  public StartFailed(String name, String what, Path log) {
    super(name + " " + what + "; its log: " + log);
  }
}
