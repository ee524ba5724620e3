package org.safeguardinghub.connectors.education;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One feed's folder: {@code in} where files are dropped, {@code work} where a file is while it is taken, {@code done}
 * where file and results lie in the end. A file changes hands by one rename, so that it is never in two of them.
 */
public final class DropFolder {
  private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
  private static final String RESULTS = ".results.csv";

  /** How many scans a file must look finished; one without a last line break for longer. */
  private static final int SETTLED = 1;

  private static final int SETTLED_UNENDED = 10;

  private final Feed feed;
  private final Path in;
  private final Path work;
  private final Path done;
  private final FileRun run;
  private final Map<Path, Seen> seen = new HashMap<>();

  private record Seen(long size, long changed, int scans) {}

  DropFolder(Path drop, Feed feed, FileRun run) throws IOException {
    this.feed = feed;
    this.run = run;
    Path own = drop.resolve(feed.name());
    this.in = ownerOnly(own.resolve("in"));
    this.work = ownerOnly(own.resolve("work"));
    this.done = ownerOnly(own.resolve("done"));
  }

  /** Finishes what an earlier run left, then takes each file that is complete; gives how many were finished. */
  int scan() throws IOException {
    int finished = 0;
    for (Path file : files(work)) {
      if (isResults(file)) {
        if (!Files.exists(dataOf(file))) {
          // The crash came between the two last renames.
          Files.move(file, done.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
      } else {
        finish(file);
        finished++;
      }
    }
    for (Path file : files(in)) {
      if (complete(file)) {
        finish(pickUp(file));
        finished++;
      }
    }
    seen.keySet().removeIf(file -> !Files.exists(file));
    return finished;
  }

  /** Its size and time stand still, and its last line is ended, or has not been for long. */
  private boolean complete(Path file) throws IOException {
    String name = name(file);
    if (name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp") || isResults(file)) {
      return false;
    }
    long size = Files.size(file);
    long changed = Files.getLastModifiedTime(file).toMillis();
    Seen before = seen.get(file);
    boolean same = before != null && before.size() == size && before.changed() == changed;
    Seen now = new Seen(size, changed, same ? before.scans() + 1 : 0);
    seen.put(file, now);
    return now.scans() >= (ended(file, size) ? SETTLED : SETTLED_UNENDED);
  }

  private Path pickUp(Path file) throws IOException {
    Path target = free(file.getFileName().toString());
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    seen.remove(file);
    return target;
  }

  /** A name that neither a file in work nor one that is done has: a school drops log.csv every day. */
  private Path free(String name) throws FileAlreadyExistsException {
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = dot > 0 ? name.substring(dot) : "";
    for (int number = 1; number < 1_000_000; number++) {
      String candidate = number == 1 ? name : stem + '.' + number + ending;
      Path target = work.resolve(candidate);
      if (!Files.exists(target)
          && !Files.exists(done.resolve(candidate))
          && !Files.exists(done.resolve(resultsOf(target).getFileName()))) {
        return target;
      }
    }
    throw new FileAlreadyExistsException("the done folder is full of files of one name");
  }

  private void finish(Path file) throws IOException {
    Path results = resultsOf(file);
    FileRun.Summary summary = run.run(feed, file, results);
    Files.move(file, done.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    Files.move(results, done.resolve(results.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    // The name of a file may be a child's: it is not logged.
    LOG.info("feed {}: a file with {} rows taken, {} refused", feed.name(), summary.rows(), summary.refused());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
    }
  }

  private static boolean ended(Path file, long size) throws IOException {
    if (size == 0) {
      return false;
    }
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
      access.seek(size - 1);
      int last = access.read();
      return last == '\n' || last == '\r';
    }
  }

  private static Path resultsOf(Path file) {
    return file.resolveSibling(file.getFileName() + RESULTS);
  }

  private static Path dataOf(Path results) {
    String name = results.getFileName().toString();
    return results.resolveSibling(name.substring(0, name.length() - RESULTS.length()));
  }

  private static boolean isResults(Path file) {
    return name(file).endsWith(RESULTS);
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  private static Path ownerOnly(Path folder) throws IOException {
    return Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
