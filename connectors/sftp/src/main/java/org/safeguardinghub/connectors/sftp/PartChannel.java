package org.safeguardinghub.connectors.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A file that an agency is writing: never longer than it may be, and closed to its writer from
 * outside once the file is handed over or another connection goes on with it.
 */
final class PartChannel implements SeekableByteChannel {
  private final SeekableByteChannel file;
  private final Object writer;
  private final long largest;
  private boolean cutOff;

  /**
   * @param writer whose writing it is
   * @param largest in bytes
   */
  PartChannel(SeekableByteChannel file, Object writer, long largest) {
    this.file = file;
    this.writer = writer;
    this.largest = largest;
  }

  Object writer() {
    return writer;
  }

  /** No byte is written any more when this returns. */
  synchronized void cutOff() {
    cutOff = true;
  }

  @Override
  public synchronized int write(ByteBuffer bytes) throws IOException {
    check(Math.addExact(file.position(), bytes.remaining()));
    return file.write(bytes);
  }

  @Override
  public synchronized SeekableByteChannel truncate(long size) throws IOException {
    check(size);
    file.truncate(size);
    return this;
  }

  private void check(long size) throws Refused {
    if (cutOff) {
      throw new Refused("this file was handed over, or another connection goes on with it");
    }
    check(size, largest);
  }

  /** Refuses a file that is longer than it may be. */
  static void check(long size, long largest) throws Refused {
    if (size > largest) {
      throw new Refused("split the file: at most %d bytes here".formatted(largest));
    }
  }

  @Override
  public synchronized int read(ByteBuffer bytes) throws IOException {
    return file.read(bytes);
  }

  @Override
  public synchronized long position() throws IOException {
    return file.position();
  }

  @Override
  public synchronized SeekableByteChannel position(long position) throws IOException {
    file.position(position);
    return this;
  }

  @Override
  public synchronized long size() throws IOException {
    return file.size();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
