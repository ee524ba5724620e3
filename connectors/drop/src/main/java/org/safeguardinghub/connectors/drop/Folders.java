package org.safeguardinghub.connectors.drop;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders of one feed: {@code in} for the sender to write to, {@code work} for the file being
 * taken in, {@code done} for files with their results. Only their owner may enter them. A file
 * keeps the name that it gets when it is taken.
 */
public record Folders(Path in, Path work, Path done) {
  static final String RESULTS = ".results.csv";
  static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");
  static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
      PosixFilePermissions.asFileAttribute(OWNER);

  /**
   * Makes what is missing of the folders of a feed.
   *
   * @param drop the folder that holds one for each feed
   */
  public static Folders create(Path drop, String feed) throws IOException {
    Path own = drop.resolve(feed);
    Folders folders = new Folders(own.resolve("in"), own.resolve("work"), own.resolve("done"));
    for (Path folder : new Path[] {drop, own, folders.in, folders.work, folders.done}) {
      if (Files.isSymbolicLink(folder)) {
        throw new IOException("a folder of the drop is a symbolic link");
      }
      Files.createDirectories(folder, OWNER_FOLDER);
      Files.setPosixFilePermissions(folder, OWNER);
    }
    return folders;
  }

  /** Takes a file out of the sender's reach, in one step, under a name that nothing else has. */
  Path take(Path dropped, String name) throws IOException {
    Path taken = work.resolve(free(name));
    Files.move(dropped, taken, StandardCopyOption.ATOMIC_MOVE);
    force(in);
    force(work);
    return taken;
  }

  /** Where files are kept that others are read with. */
  Path lists() {
    return in.resolveSibling("lists");
  }

  Path resultsOf(Path file) {
    return file.resolveSibling(file.getFileName() + RESULTS);
  }

  /**
   * The results go first: a file that is still in work beside finished results only has to follow
   * them.
   */
  void finish(Path file) throws IOException {
    Path results = resultsOf(file);
    if (Files.exists(results, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(results, done.resolve(results.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      force(done);
    }
    Files.move(file, done.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    force(done);
    force(work);
  }

  /** Whether a crash came between the two moves of {@link #finish}. */
  boolean halfFinished(Path file) {
    return there(done.resolve(file.getFileName() + RESULTS)) && !there(resultsOf(file));
  }

  private String free(String name) {
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String ending = dot < 0 ? "" : name.substring(dot);
    String candidate = stem + ending;
    for (int n = 2; taken(candidate); n++) {
      candidate = stem + "-" + n + ending;
    }
    return candidate;
  }

  private boolean taken(String name) {
    return Stream.of(work, done)
        .anyMatch(folder -> there(folder.resolve(name)) || there(folder.resolve(name + RESULTS)));
  }

  private static boolean there(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** A rename is safe once its folder is on the disk. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
