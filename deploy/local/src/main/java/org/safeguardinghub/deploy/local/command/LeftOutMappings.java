package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.safeguardinghub.connectors.agency.form.LeftOut;
import org.safeguardinghub.deploy.local.folder.DataFolder;

/**
 * Mapping files of a hub that its connector left out as they are faulty: whoever starts it or looks
 * at it is told, since the agency's files would be refused without anybody knowing why.
 */
final class LeftOutMappings {
  private static final String CONNECTOR = "agency";

  private final List<LeftOut> all;
  private final Path log;
  private final boolean unreadable;

  private LeftOutMappings(List<LeftOut> all, Path log, boolean unreadable) {
    this.all = all;
    this.log = log;
    this.unreadable = unreadable;
  }

  /**
   * Of a hub.
   *
   * @param running names of its processes: what the connector said at an earlier start is nobody's
   */
  static LeftOutMappings of(DataFolder data, Collection<String> running) {
    Path log = data.logs().resolve(CONNECTOR + ".log");
    if (!running.contains(CONNECTOR)) {
      return new LeftOutMappings(List.of(), log, false);
    }
    try {
      return new LeftOutMappings(LeftOut.read(data.app(CONNECTOR)), log, false);
    } catch (IOException e) {
      return new LeftOutMappings(List.of(), log, true);
    }
  }

  /** A line for each. */
  List<String> lines() {
    if (unreadable) {
      return List.of("Whether a mapping was left out cannot be read; it stands in " + log);
    }
    return all.stream()
        .map(
            one ->
                "Mapping left out: %s, %d %s; read them in %s"
                    .formatted(
                        one.file(), one.faults(), one.faults() == 1 ? "fault" : "faults", log))
        .toList();
  }

  /** The same as JSON. */
  void into(ArrayNode list) {
    for (LeftOut one : all) {
      list.addObject().put("file", one.file()).put("faults", one.faults()).put("log", log + "");
    }
  }
}
