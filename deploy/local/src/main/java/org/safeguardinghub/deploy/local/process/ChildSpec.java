package org.safeguardinghub.deploy.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * How one child process is started, known to be ready, and stopped.
 *
 * @param name short name, also of its log and pid file
 * @param layer processes of a lower layer are started before and stopped after those of a higher
 *     one
 * @param command program and arguments; never a secret, since every user of the machine can list
 *     arguments
 * @param environment added to the supervisor's own
 * @param folder working folder
 * @param ready asked with the process's pid until it says yes
 * @param readyWithin how long a first start may take
 * @param stopSignal name of the signal that asks for an orderly end
 * @param stopWithin how long an orderly end may take before the process is killed
 */
public record ChildSpec(
    String name,
    int layer,
    List<String> command,
    Map<String, String> environment,
    Path folder,
    LongPredicate ready,
    Duration readyWithin,
    String stopSignal,
    Duration stopWithin) {

  public ChildSpec {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
