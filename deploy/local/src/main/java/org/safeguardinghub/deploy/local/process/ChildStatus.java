package org.safeguardinghub.deploy.local.process;

import java.time.Instant;

/**
 * One row of the process table.
 *
 * @param pid pid of the present process, 0 where there is none
 * @param since start of the present process
 * @param restarts how often it was restarted after a crash
 */
public record ChildStatus(
    String name, int layer, ChildState state, long pid, Instant since, int restarts) {

  public boolean ready() {
    return state == ChildState.READY;
  }
}
