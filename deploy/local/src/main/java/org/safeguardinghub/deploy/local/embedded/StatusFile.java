package org.safeguardinghub.deploy.local.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.safeguardinghub.deploy.local.folder.DataFolder;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;
import org.safeguardinghub.deploy.local.process.ChildStatus;

/**
 * What a running hub tells other commands: its processes and addresses, rewritten at each change.
 */
public final class StatusFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DataFolder data;
  private final Instant since;
  private Supplier<List<ChildStatus>> table = List::of;
  private Map<String, String> addresses = Map.of();
  private boolean closed;

  StatusFile(DataFolder data, Instant since) {
    this.data = data;
    this.since = since;
  }

  /** The status that a running hub left, if it is readable. */
  public static Optional<JsonNode> read(DataFolder data) {
    try {
      return Files.exists(data.status())
          ? Optional.of(JSON.readTree(Files.readString(data.status())))
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  synchronized void watch(Supplier<List<ChildStatus>> processes, Map<String, String> where) {
    table = processes;
    addresses = where;
    refresh();
  }

  synchronized void refresh() {
    if (closed || addresses.isEmpty()) {
      return;
    }
    ObjectNode status = JSON.createObjectNode();
    status.put("pid", ProcessHandle.current().pid());
    status.put("since", since.toString());
    addresses.forEach(status.putObject("addresses")::put);
    ArrayNode processes = status.putArray("processes");
    for (ChildStatus child : table.get()) {
      processes
          .addObject()
          .put("name", child.name())
          .put("pid", child.pid())
          .put("state", child.state().name())
          .put("ready", child.ready())
          .put("since", child.since().toString())
          .put("restarts", child.restarts());
    }
    try {
      OwnerOnly.write(data.status(), status.toPrettyString());
    } catch (IOException e) {
      // The status is for looking at: a full disk must not stop whoever watches the processes.
    }
  }

  synchronized void delete() throws IOException {
    closed = true;
    Files.deleteIfExists(data.status());
  }
}
