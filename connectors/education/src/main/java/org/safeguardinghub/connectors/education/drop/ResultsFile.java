package org.safeguardinghub.connectors.education.drop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The results beside a file. What stands in it as whole lines is on the disk and done: a restart
 * goes on behind its last line.
 */
final class ResultsFile implements AutoCloseable {
  private static final Pattern ROW = Pattern.compile("(\\d{1,9}),.*", Pattern.DOTALL);

  private final FileChannel channel;
  private int lastRow;

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
      results.recover(Files.readAllBytes(file));
      return results;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The last row that has its result, 0 if none has. */
  int lastRow() {
    return lastRow;
  }

  /** Adds results; they are on the disk when this returns. */
  void append(List<ResultLine> lines) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.csv()));
    write(text.toString());
    lastRow = lines.getLast().row();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void recover(byte[] bytes) throws IOException {
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != '\n') {
      whole--;
    }
    String text = new String(bytes, 0, whole, UTF_8);
    if (!text.startsWith(ResultLine.HEADER)) {
      // Nothing usable: begun anew. The intake knows what it has received.
      channel.truncate(0);
      write(ResultLine.HEADER);
      return;
    }
    channel.truncate(whole);
    channel.position(whole);
    Matcher last = ROW.matcher(text.substring(text.lastIndexOf('\n', text.length() - 2) + 1));
    lastRow = last.matches() ? Integer.parseInt(last.group(1)) : 0;
  }

  private void write(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }
}
