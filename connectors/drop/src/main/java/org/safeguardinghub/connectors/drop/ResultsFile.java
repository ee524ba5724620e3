package org.safeguardinghub.connectors.drop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The results beside a file. What stands in it as whole lines is on the disk and done: a restart
 * goes on behind its last line.
 */
final class ResultsFile implements AutoCloseable {
  private static final int PIECE = 64 * 1024;

  private final FileChannel channel;
  private int lines;

  private ResultsFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Opens the results, without the broken end that a crash may have left. */
  static ResultsFile open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, Set.of(CREATE, READ, WRITE, LinkOption.NOFOLLOW_LINKS), Folders.OWNER_FILE);
    try {
      ResultsFile results = new ResultsFile(channel);
      results.recover();
      return results;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** How many items have their result. */
  int lines() {
    return lines;
  }

  /** Adds results; they are on the disk when this returns. */
  void append(List<ResultLine> more) throws IOException {
    if (more.isEmpty()) {
      return;
    }
    write(ResultLine.csv(more));
    lines += more.size();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void recover() throws IOException {
    byte[] header = ResultLine.HEADER.getBytes(UTF_8);
    byte[] head = new byte[header.length];
    long whole = 0;
    long position = 0;
    int ends = 0;
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    while (channel.read(piece.clear(), position) > 0) {
      for (int i = 0; i < piece.position(); i++, position++) {
        if (position < head.length) {
          head[(int) position] = piece.get(i);
        }
        if (piece.get(i) == '\n') {
          ends++;
          whole = position + 1;
        }
      }
    }
    if (!Arrays.equals(head, header)) {
      // Nothing usable: begun anew. The intake knows what it has received.
      channel.truncate(0);
      write(ResultLine.HEADER);
      return;
    }
    channel.truncate(whole);
    channel.position(whole);
    lines = ends - 1; // a result is one line, always
  }

  private void write(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }
}
