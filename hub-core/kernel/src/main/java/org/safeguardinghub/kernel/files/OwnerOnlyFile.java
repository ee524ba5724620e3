package org.safeguardinghub.kernel.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner may read, written whole or not at all. */
public final class OwnerOnlyFile {
  private OwnerOnlyFile() {}

  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(UTF_8));
  }

  /** At no moment can anybody else read it; what stood there is replaced in one step. */
  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, new ByteArrayInputStream(bytes));
  }

  /** The same with bytes that may be more than the memory holds. */
  public static void write(Path file, InputStream bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.WRITE)) {
      bytes.transferTo(out);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
