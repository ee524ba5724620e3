package org.safeguardinghub.deploy.local.process;

import java.nio.file.Path;
import java.time.Duration;

/** What happens to child processes, for whoever prints or counts it. */
public sealed interface ProcessEvent {
  String name();

  record Starting(String name, long pid) implements ProcessEvent {}

  record Ready(String name, long pid, Duration took) implements ProcessEvent {}

  record Crashed(String name, int exitCode, Duration restartIn, Path log) implements ProcessEvent {}

  record Stopped(String name, Duration took, boolean killed) implements ProcessEvent {}

  record LeftoverEnded(String name, long pid) implements ProcessEvent {}

  /** A step of the start that is no process: provisioning, for example. */
  record StepDone(String name, Duration took) implements ProcessEvent {}
}
