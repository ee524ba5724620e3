package org.safeguardinghub.connectors.education;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.feed.Feeds;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of all feeds of education. */
public final class DropFolders {
  private static final Logger LOG = LoggerFactory.getLogger(DropFolders.class);

  private final List<DropFolder> folders = new ArrayList<>();

  private DropFolders() {}

  /** Makes the folders that are missing, readable by their owner only. */
  public static DropFolders open(Path drop, Feeds feeds, Intake intake) throws IOException {
    DropFolders all = new DropFolders();
    FileRun run = new FileRun(intake, new RowMapper());
    for (Feed feed : feeds.all()) {
      if (feed.families().contains(OriginFamily.EDU)) {
        all.folders.add(new DropFolder(drop, feed, run));
      }
    }
    return all;
  }

  public int size() {
    return folders.size();
  }

  /** Looks into every folder once; what cannot be done now is done at a later look. */
  public void scan() {
    for (DropFolder folder : folders) {
      try {
        folder.scan();
      } catch (StoreUnavailable e) {
        LOG.warn("a file has to wait: {}", e.getMessage());
      } catch (IOException e) {
        // The message names the file, whose name may be a child's.
        LOG.error("a file of a drop folder cannot be read or moved: {}", e.getClass().getSimpleName());
      }
    }
  }
}
