package org.safeguardinghub.connectors.education;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The results beside a file. It is also the checkpoint: a row counts as done once its result stands here in full, on the
 * disk. A line that a crash left half is cut off when the file is opened again.
 */
final class ResultsFile implements AutoCloseable {
  private final FileChannel channel;
  private final Map<String, Integer> rowOfRecord = new HashMap<>();
  private int lastRow = 1;

  private ResultsFile(FileChannel channel) {
    this.channel = channel;
  }

  static ResultsFile open(Path path) throws IOException {
    byte[] old = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    int whole = old.length;
    while (whole > 0 && old[whole - 1] != '\n') {
      whole--;
    }
    ResultsFile file =
        new ResultsFile(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    file.channel.truncate(whole).position(whole);
    if (whole == 0) {
      file.write(List.of(RowResult.HEADER));
    } else {
      file.resume(new String(old, 0, whole, UTF_8));
    }
    return file;
  }

  /** The last row whose result is known; rows come in order. */
  int lastRow() {
    return lastRow;
  }

  /** The first row of this file with the same record. */
  Optional<Integer> rowOf(String recordId) {
    return Optional.ofNullable(rowOfRecord.get(recordId));
  }

  void note(String recordId, int row) {
    rowOfRecord.putIfAbsent(recordId, row);
  }

  void append(List<RowResult> results) throws IOException {
    write(results.stream().map(RowResult::fields).toList());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void resume(String text) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        if (!record.getField(0).equals(RowResult.HEADER.getFirst())) {
          lastRow = Integer.parseInt(record.getField(0));
          note(record.getField(1), lastRow);
        }
      }
    }
  }

  private void write(List<List<String>> lines) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      lines.forEach(writer::writeRecord);
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }
}
