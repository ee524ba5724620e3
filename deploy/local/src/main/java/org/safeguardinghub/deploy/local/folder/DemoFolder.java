package org.safeguardinghub.deploy.local.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.process.PidFiles;
import org.safeguardinghub.deploy.local.process.Supervisor;

/** The folder of a demo: made anew each time, because a story's clock only moves forward. */
public final class DemoFolder {
  private DemoFolder() {}

  /**
   * Removes what an earlier demo left; refuses a folder that is not a demo's, or that is in use.
   */
  public static void renew(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    DataFolder data = new DataFolder(folder);
    if (!data.exists()) {
      try (var inside = Files.list(folder)) {
        if (inside.findAny().isEmpty()) {
          return;
        }
      }
      throw new StartRefused(
          ExitCode.DATA,
          "%s holds files that are not a demo's: give an empty or new folder by --data"
              .formatted(folder));
    }
    data.open(true);
    FolderLock.take(data).close();
    Supervisor.endLeftovers(new PidFiles(data.run()), event -> {});
    remove(folder);
  }

  /** Removes a folder with all that is in it. */
  public static void remove(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(inner);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
