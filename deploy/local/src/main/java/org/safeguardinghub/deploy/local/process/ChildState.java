package org.safeguardinghub.deploy.local.process;

/** Where a child process stands. */
public enum ChildState {
  STARTING,
  READY,
  RESTARTING,
  STOPPED
}
