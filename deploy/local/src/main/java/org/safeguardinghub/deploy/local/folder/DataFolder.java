package org.safeguardinghub.deploy.local.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * One hub's data: everything that must survive a restart, and nothing elsewhere.
 *
 * @param root absolute path
 */
public record DataFolder(Path root) {
  private static final String LAYOUT = "1";
  private static final String MARK = "hub.properties";
  private static final long NEEDED_MB = Long.getLong("hub.min.free.mb", 500);

  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  public Path run() {
    return root.resolve("run");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path secrets() {
    return root.resolve("secrets");
  }

  public Path broker() {
    return root.resolve("broker");
  }

  public Path registry() {
    return root.resolve("registry");
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  /** State of one app, for example its RocksDB folder. */
  public Path app(String name) {
    return root.resolve("apps").resolve(name);
  }

  public Path status() {
    return run().resolve("status.json");
  }

  public boolean exists() {
    return Files.exists(root.resolve(MARK));
  }

  /** Whether it was made for playing stories: its clock is theirs then. */
  public boolean story() {
    try {
      return clock(OwnerOnly.read(root.resolve(MARK)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean clock(Properties mark) {
    return mark.getProperty("clock", "system").equals("story");
  }

  /**
   * Makes the folder or checks that it is one of ours, of this version and for this kind of clock.
   */
  public void open(boolean story) {
    try {
      if (!Files.exists(root)) {
        Files.createDirectories(root);
      }
      checkAccess();
      checkSpace();
      Path mark = root.resolve(MARK);
      if (!Files.exists(mark)) {
        checkEmpty();
        for (Path folder : new Path[] {run(), logs(), secrets()}) {
          Files.createDirectories(folder);
          ownerOnly(folder);
        }
        Properties properties = new Properties();
        properties.setProperty("layout", LAYOUT);
        properties.setProperty("clock", story ? "story" : "system");
        OwnerOnly.write(mark, properties, "A data folder of the Safeguarding Hub");
      }
      checkMark(mark, story);
      Files.createDirectories(run());
      Files.createDirectories(logs());
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.MACHINE,
          "cannot use %s as data folder (%s): check its owner and permissions, or give another by --data"
              .formatted(root, reason(e)));
    }
  }

  private void checkAccess() {
    if (!Files.isDirectory(root)) {
      throw new StartRefused(
          ExitCode.MACHINE, root + " is a file, not a folder: give a folder by --data");
    }
    if (!Files.isReadable(root) || !Files.isWritable(root) || !Files.isExecutable(root)) {
      throw new StartRefused(
          ExitCode.MACHINE,
          "cannot read and write %s: check its owner and permissions, or give another by --data"
              .formatted(root));
    }
  }

  private void checkSpace() throws IOException {
    long free = Files.getFileStore(root).getUsableSpace() / (1024 * 1024);
    if (free < NEEDED_MB) {
      throw new StartRefused(
          ExitCode.MACHINE,
          "only %d MB free on %s for %s, the hub needs %d MB: free some space or give a folder on another disk by --data"
              .formatted(free, Files.getFileStore(root), root, NEEDED_MB));
    }
  }

  private void checkEmpty() throws IOException {
    try (Stream<Path> inside = Files.list(root)) {
      if (inside.findAny().isPresent()) {
        throw new StartRefused(
            ExitCode.DATA,
            "%s holds files but is not a data folder of the hub (no %s in it): give an empty or new folder by --data"
                .formatted(root, MARK));
      }
    }
  }

  private void checkMark(Path mark, boolean story) throws IOException {
    Properties properties = OwnerOnly.read(mark);
    String layout = properties.getProperty("layout", "?");
    if (!layout.equals(LAYOUT)) {
      throw new StartRefused(
          ExitCode.DATA,
          "%s has layout %s, this version reads %s: use the version that made it, or a new folder by --data"
              .formatted(root, layout, LAYOUT));
    }
    boolean made = clock(properties);
    if (made != story) {
      throw new StartRefused(
          ExitCode.DATA,
          made
              ? root
                  + " was made for playing stories, its clock is not the wall clock: give another folder by --data"
              : root
                  + " is a live folder, a story clock cannot be switched on in it: give another folder by --data");
    }
  }

  private static void ownerOnly(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName();
  }
}
