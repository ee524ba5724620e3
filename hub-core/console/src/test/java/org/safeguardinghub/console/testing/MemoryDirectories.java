package org.safeguardinghub.console.testing;

import java.util.ArrayList;
import java.util.List;
import org.safeguardinghub.console.people.Directories;
import org.safeguardinghub.console.people.LeadDirectory;

/** Versions of the directory in memory. */
public final class MemoryDirectories implements Directories {
  private final List<Change> changes = new ArrayList<>();
  private Version newest;

  public MemoryDirectories(LeadDirectory first) {
    this.newest = new Version(1, first);
  }

  @Override
  public synchronized Version newest() {
    return newest;
  }

  @Override
  public synchronized boolean add(
      long expected, LeadDirectory directory, String actor, String reason) {
    if (expected != newest.number()) {
      return false;
    }
    newest = new Version(expected + 1, directory);
    changes.addFirst(new Change(newest.number(), actor, reason, Samples.NOW));
    return true;
  }

  @Override
  public synchronized List<Change> changes(int limit) {
    return changes.stream().limit(limit).toList();
  }
}
