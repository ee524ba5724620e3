package org.safeguardinghub.deploy.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files of concerns in a school's folder, one after another. */
final class CsvLoad implements ConnectorLoad {
  /** Short enough to see how it goes on. */
  private static final int ROWS = 40_000;

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_NANOS = 2_000_000;

  /** Columns of a concern log. */
  static final String HEADER =
      "recordId,date,time,pupilId,upn,forenames,surname,dob,type,level,narrative,attributes\n";

  private final Path folder;

  /**
   * @param folder the feed's
   */
  CsvLoad(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "CSV, files of at most " + ROWS + " rows";
  }

  @Override
  public String app() {
    return "education";
  }

  @Override
  public String feed() {
    return "tumbledown-primary";
  }

  @Override
  public int asked() {
    return 20_000;
  }

  /** A file's time begins when it is taken: before, the connector only sees whether it rests. */
  @Override
  public long send(int first, int count, IntConsumer progress) throws IOException {
    long took = 0;
    int accepted = 0;
    for (int from = 0; from < count; from += ROWS) {
      int rows = Math.min(ROWS, count - from);
      String name = "bench-" + (first + from) + ".csv";
      Path part = folder.resolve("in").resolve(name + ".part");
      Files.writeString(part, file(first + from, rows));
      Path in = folder.resolve("in").resolve(name);
      Files.move(part, in, StandardCopyOption.ATOMIC_MOVE);
      await(() -> !Files.exists(in));
      long begun = System.nanoTime();
      Path results = folder.resolve("done").resolve(name + ".results.csv");
      await(() -> Files.exists(results));
      took += System.nanoTime() - begun;
      try (Stream<String> lines = Files.lines(results)) {
        accepted += (int) lines.filter(line -> line.contains(",ACCEPTED,")).count();
      }
      progress.accept(accepted);
    }
    Answered.all(name(), accepted, count);
    return took;
  }

  private static String file(int first, int rows) {
    return IntStream.range(first, first + rows)
        .mapToObj(number -> row(number, "EDU-NEG-01"))
        .collect(Collectors.joining("", HEADER, ""));
  }

  /** A concern about an invented pupil, as one row of a log. */
  static String row(int number, String type) {
    return "B-%d,2026-03-02,09:15,P-%d,,Bench,Child %d,2017-03-11,%s,2,\"Hungry again, asked for seconds.\",\n"
        .formatted(number, number, number, type);
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("the connector did not take a file");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
