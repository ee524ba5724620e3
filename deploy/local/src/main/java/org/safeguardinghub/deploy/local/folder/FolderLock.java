package org.safeguardinghub.deploy.local.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.safeguardinghub.deploy.local.process.PidFiles;
import org.safeguardinghub.deploy.local.process.ProcessStamp;

/**
 * The right to run a hub on a data folder; the operating system takes it back when its holder dies.
 */
public final class FolderLock implements AutoCloseable {
  /** Name of the supervisor's own pid file; kept apart from those of its children. */
  private static final String HOLDER = "supervisor";

  private final FileChannel channel;
  private final PidFiles holder;

  private FolderLock(FileChannel channel, PidFiles holder) {
    this.channel = channel;
    this.holder = holder;
  }

  /** Takes the lock or refuses with who holds it and how to stop it. */
  public static FolderLock take(DataFolder data) {
    try {
      OwnerOnly.folder(data.run().resolve("holder"));
      FileChannel channel =
          FileChannel.open(
              data.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!tryLock(channel)) {
        channel.close();
        throw new StartRefused(ExitCode.ALREADY_RUNNING, alreadyRunning(data));
      }
      PidFiles holder = new PidFiles(data.run().resolve("holder"));
      ProcessStamp.of(ProcessHandle.current().pid())
          .ifPresent(stamp -> holder.write(HOLDER, stamp));
      return new FolderLock(channel, holder);
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.MACHINE,
          "cannot write in %s: check its owner and permissions, or give another folder by --data"
              .formatted(data.root()));
    }
  }

  /** The supervisor that runs on a data folder now, if any. */
  public static Optional<ProcessHandle> holder(DataFolder data) {
    return new PidFiles(data.run().resolve("holder")).read(HOLDER).flatMap(ProcessStamp::living);
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException sameJvm) {
      return false;
    }
  }

  private static String alreadyRunning(DataFolder data) {
    String where = holder(data).map(process -> " (process " + process.pid() + ")").orElse("");
    return "a hub already runs on %s%s: see where things are with ./hub status --data %s, stop it with ./hub stop --data %s"
        .formatted(data.root(), where, data.root(), data.root());
  }

  @Override
  public void close() {
    holder.delete(HOLDER);
    try {
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
  }
}
