package org.safeguardinghub.connectors.education;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.envelope.Refusal;
import org.safeguardinghub.connectors.intake.envelope.Step;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;

/** Takes one file through the intake, from where an earlier run stopped. */
final class FileRun {
  /** A larger file is refused: it would have to be held whole to find a half-written end. */
  static final long MAX_BYTES = 8L * 1024 * 1024;

  private static final int GROUP = 100;

  private final Intake intake;
  private final RowMapper mapper;

  FileRun(Intake intake, RowMapper mapper) {
    this.intake = intake;
    this.mapper = mapper;
  }

  /** What a run did. */
  record Summary(int rows, int refused) {}

  /**
   * Runs to the end of the file.
   *
   * @throws StoreUnavailable if the intake cannot record: run again later
   */
  Summary run(Feed feed, Path file, Path resultsPath) throws IOException {
    try (ResultsFile results = ResultsFile.open(resultsPath)) {
      if (Files.size(file) > MAX_BYTES) {
        return refuse(
            feed,
            results,
            new CsvText.Cut(1, Refusal.at(Step.SHAPE, "TOO_LARGE", "split the file into parts of at most 8 MB", "row 1")),
            file.getFileName().toString().getBytes(UTF_8));
      }
      byte[] bytes = Files.readAllBytes(file);
      return switch (CsvText.read(bytes)) {
        case CsvText.Reading.Unreadable(CsvText.Cut fault) -> refuse(feed, results, fault, bytes);
        case CsvText.Reading.Read read -> rows(feed, results, read, bytes);
      };
    }
  }

  private Summary rows(Feed feed, ResultsFile results, CsvText.Reading.Read read, byte[] bytes) throws IOException {
    int refused = 0;
    List<Row> left = read.rows().stream().filter(row -> row.number() > results.lastRow()).toList();
    for (int from = 0; from < left.size(); from += GROUP) {
      refused += group(feed, results, read.kind(), left.subList(from, Math.min(left.size(), from + GROUP)));
    }
    int count = left.size();
    if (read.cut().isPresent()) {
      Summary cut = refuse(feed, results, read.cut().get(), bytes);
      return new Summary(count + cut.rows(), refused + cut.refused());
    }
    return new Summary(count, refused);
  }

  private int group(Feed feed, ResultsFile results, FileKind kind, List<Row> rows) throws IOException {
    List<Mapped> mapped = rows.stream().map(row -> mapper.map(kind, row)).toList();
    List<Submission> submissions = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      submission(rows.get(i), mapped.get(i)).ifPresent(submissions::add);
    }
    List<Result> answers = submissions.isEmpty() ? List.of() : intake.submitAll(feed, submissions);
    List<RowResult> done = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      String recordId = row.text("recordId");
      if (mapped.get(i) instanceof Mapped.Nothing) {
        done.add(RowResult.nothing(row, recordId));
      } else {
        String identity = identity(kind, row);
        done.add(RowResult.of(row.number(), recordId, answers.get(next++), results.rowOf(identity)));
        results.note(identity, row.number());
      }
    }
    results.append(done);
    return (int) done.stream().filter(result -> result.outcome().equals("refused")).count();
  }

  private static String identity(FileKind kind, Row row) {
    return switch (kind) {
      case CONCERN_LOG -> row.text("recordId");
      case ATTENDANCE -> String.join(":", row.text("pupilId"), row.text("date"), row.text("session"));
    };
  }

  private static Optional<Submission> submission(Row row, Mapped mapped) {
    return switch (mapped) {
      case Mapped.Message(ObjectNode body) -> Optional.of(Submission.of(body.toString().getBytes(UTF_8)));
      case Mapped.Faulty(Refusal refusal) -> Optional.of(Submission.unreadable(asSent(row), refusal));
      case Mapped.Nothing _ -> Optional.empty();
    };
  }

  private static byte[] asSent(Row row) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(row.fields().reveal()).forEach(fields::put);
    return fields.toString().getBytes(UTF_8);
  }

  private Summary refuse(Feed feed, ResultsFile results, CsvText.Cut fault, byte[] received) throws IOException {
    if (results.lastRow() > 1 && fault.row() <= results.lastRow()) {
      return new Summary(0, 0);
    }
    Result result = intake.submit(feed, Submission.unreadable(received, fault.refusal()));
    results.append(List.of(RowResult.of(fault.row(), "", result, Optional.empty())));
    return new Summary(1, 1);
  }
}
