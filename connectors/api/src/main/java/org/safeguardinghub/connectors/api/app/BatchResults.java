package org.safeguardinghub.connectors.api.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.connectors.api.LineReader;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.safeguardinghub.kernel.message.StrictJson;

/**
 * The answer to a batch as a stream that is made while it is read: whoever reads it pulls the next
 * lines through the intake, so that neither the batch nor its answer is ever held whole.
 */
final class BatchResults extends InputStream {
  static final int MAX_LINES = 10_000;
  private static final int GROUP_LINES = 250;
  private static final int GROUP_BYTES = 1024 * 1024;

  private final Feed feed;
  private final Intake intake;
  private final LineReader lines;
  private final ObjectMapper json;
  private byte[] ready = new byte[0];
  private int position;
  private int number;
  private int firstOfGroup = 1;
  private boolean ended;

  BatchResults(Feed feed, Intake intake, InputStream body, ObjectMapper json) {
    this.feed = feed;
    this.intake = intake;
    this.lines = new LineReader(body, StrictJson.MAX_BYTES);
    this.json = json;
  }

  /** Takes the first group now, so that a store that is away is still answered with an error. */
  BatchResults begin() throws IOException {
    take();
    return this;
  }

  @Override
  public int read() throws IOException {
    return advance() ? ready[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!advance()) {
      return -1;
    }
    int count = Math.min(length, ready.length - position);
    System.arraycopy(ready, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean advance() throws IOException {
    while (position == ready.length) {
      if (ended) {
        return false;
      }
      try {
        take();
      } catch (StoreUnavailable e) {
        ended = true;
        show(
            List.of(
                Answers.stopped(
                    firstOfGroup,
                    "STORE_UNAVAILABLE",
                    "nothing of this line and those after it was recorded: send them again; a repeat is harmless")));
      }
    }
    return true;
  }

  private void take() throws IOException {
    List<Integer> numbers = new ArrayList<>();
    List<Submission> group = new ArrayList<>();
    firstOfGroup = number + 1;
    int bytes = 0;
    boolean tooMany = false;
    while (group.size() < GROUP_LINES && bytes < GROUP_BYTES && !ended) {
      Optional<byte[]> line = lines.next();
      if (line.isEmpty()) {
        ended = true;
      } else if (++number > MAX_LINES) {
        ended = true;
        tooMany = true;
      } else if (!blank(line.get())) {
        numbers.add(number);
        group.add(Submission.of(line.get()));
        bytes += line.get().length;
      }
    }
    List<Answers.Line> answers = new ArrayList<>();
    List<Result> results = group.isEmpty() ? List.of() : intake.submitAll(feed, group);
    for (int i = 0; i < results.size(); i++) {
      answers.add(Answers.line(numbers.get(i), results.get(i)));
    }
    if (tooMany) {
      answers.add(
          Answers.stopped(
              number,
              "TOO_MANY_LINES",
              "send at most 10,000 lines in one batch: send the rest in another"));
    }
    show(answers);
  }

  private void show(List<Answers.Line> answers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Answers.Line answer : answers) {
      out.write(json.writeValueAsBytes(answer));
      out.write("\n".getBytes(UTF_8));
    }
    ready = out.toByteArray();
    position = 0;
  }

  private static boolean blank(byte[] line) {
    for (byte character : line) {
      if (character != ' ' && character != '\t' && character != '\r') {
        return false;
      }
    }
    return true;
  }
}
