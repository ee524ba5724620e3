package org.safeguardinghub.connectors.drop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.safeguardinghub.connectors.form.Content;

/**
 * A file that is read in pieces. What is added to it after it was opened is none of it, so that
 * every pass reads the same.
 */
final class FileContent implements Content, AutoCloseable {
  private final FileChannel file;
  private final long size;
  private volatile long reached; // read by whoever tells how far it is

  private FileContent(FileChannel file, long size) {
    this.file = file;
    this.size = size;
  }

  static FileContent open(Path path) throws IOException {
    FileChannel file =
        FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    try {
      return new FileContent(file, file.size());
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public long size() {
    return size;
  }

  /** How far the newest pass is, in bytes. */
  long reached() {
    return reached;
  }

  /** Whether something was added meanwhile, or taken away. */
  boolean changed() throws IOException {
    return file.size() != size;
  }

  /** Needs no closing of its own. */
  @Override
  public InputStream stream() {
    return new Pass();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private final class Pass extends InputStream {
    private long position;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int wanted = (int) Math.min(length, size - position);
      if (wanted == 0) {
        return -1;
      }
      int read = file.read(ByteBuffer.wrap(into, from, wanted), position);
      if (read < 0) {
        throw new IOException("the file became shorter while it was read");
      }
      position += read;
      reached = position;
      return read;
    }
  }
}
