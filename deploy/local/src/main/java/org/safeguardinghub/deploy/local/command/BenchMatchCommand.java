package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.bench.MatchBench;
import org.safeguardinghub.deploy.local.bench.PopulationFile;
import org.safeguardinghub.deploy.local.bench.SqlBaseline;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.risk.identity.file.Mapping;
import org.safeguardinghub.risk.identity.file.MappingReader;
import org.safeguardinghub.risk.identity.file.MatchReport;
import org.safeguardinghub.risk.identity.file.MatchRun;
import org.safeguardinghub.risk.identity.file.PersonFiles;
import org.safeguardinghub.risk.identity.file.Quality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How good and how fast matching is on invented children. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = {
      "match invented children, about three records of each, and measure quality, speed and memory",
      "Beside it an ordinary batch run of the same file: Fellegi and Sunter's model in SQL on DuckDB"
          + " (downloaded the first time, 80 MB), on one thread."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class BenchMatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--children",
      paramLabel = "N",
      defaultValue = "33000",
      description = "how many children (default: ${DEFAULT-VALUE}: 100 000 records)")
  private long children;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of the generator (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--no-baseline", description = "without the batch run beside it")
  private boolean alone;

  @Option(names = "--json", description = "print the figures as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException, SQLException {
    Path folder = Files.createTempDirectory("hub-bench-match");
    Path file = folder.resolve("people.csv");
    try {
      tell("generating");
      try (BufferedWriter to = Files.newBufferedWriter(file)) {
        PopulationFile.people(to, seed, children, () -> {});
      }
      print(measured(file));
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
    return ExitCode.DONE.code();
  }

  private MatchBench measured(Path file) throws SQLException {
    long before = Memory.peakKb();
    long held = Memory.heldBytes();
    long begun = System.nanoTime();
    tell("reading");
    var measure = new PersonFiles.Measure("child", "birth");
    PersonFiles.Reading.Sound people = people(file, measure);
    long read = System.nanoTime();
    MatchRun run = MatchRun.of(people, false, Optional.empty(), this::tell);
    int records = people.origins().size();
    MatchReport.Cost cost = MatchCommand.cost(begun, read, System.nanoTime(), records);
    long heldByRun = (Memory.heldBytes() - held) / Math.max(1, records);
    MatchReport report = run.report(new PersonFiles.Measure(measure.truth(), ""), cost);
    MatchBench.Twins twins = MatchBench.Twins.of(people.origins(), run.certain());
    long bytes = (cost.peakMemoryMb() * 1024 - before) * 1024 / Math.max(1, records);
    return new MatchBench(
        children,
        report,
        twins.all(),
        twins.merged(),
        heldByRun,
        bytes,
        baseline(file, people, report));
  }

  private static PersonFiles.Reading.Sound people(Path file, PersonFiles.Measure measure) {
    Mapping mapping =
        switch (MappingReader.read("people.yaml", PopulationFile.mapping())) {
          case MappingReader.Reading.Sound(Mapping sound) -> sound;
          case MappingReader.Reading.Faulty(var faults) -> throw PersonInput.refused(faults);
        };
    return switch (PersonFiles.read(List.of(file), mapping, "people.yaml", measure)) {
      case PersonFiles.Reading.Sound sound -> sound;
      case PersonFiles.Reading.Faulty(var faults) -> throw PersonInput.refused(faults);
    };
  }

  private MatchBench.@Nullable Baseline baseline(
      Path file, PersonFiles.Reading.Sound people, MatchReport report) throws SQLException {
    if (alone) {
      return null;
    }
    if (!SqlBaseline.available()) {
      throw new StartRefused(
          ExitCode.FAILED,
          "DuckDB is not there for the batch run beside it: allow the download, or --no-baseline");
    }
    tell("the same in SQL on DuckDB");
    SqlBaseline.Result result = SqlBaseline.run(file);
    Quality quality =
        Quality.of(
            result.people(),
            people.origins().stream().map(PersonFiles.RecordOrigin::person).toList(),
            (_, _) -> true,
            (_, _) -> true);
    double speed = people.origins().size() / result.seconds();
    Quality own = report.quality();
    return new MatchBench.Baseline(
        result.pairs(),
        speed,
        quality.precision(),
        quality.recall(),
        quality.f1(),
        report.cost().recordsPerSecond() / speed,
        own == null ? 0 : own.f1() / quality.f1());
  }

  private void tell(String step) {
    PersonInput.progress(spec.commandLine().getErr(), step);
  }

  private void print(MatchBench bench) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(bench));
      return;
    }
    out.println(bench.match().text());
    out.printf(
        "%d of %d pairs of twins taken for one child without asking%n",
        bench.twinsMerged(), bench.twins());
    out.printf(
        "%d bytes of memory a record are held at the end, %d are in use at most, with what is not collected yet%n",
        bench.heldBytesPerRecord(), bench.bytesPerRecord());
    MatchBench.Baseline baseline = bench.baseline();
    if (baseline != null) {
      out.printf(
          "in SQL on DuckDB: precision %.4f, recall %.4f, F1 %.4f; %d pairs compared, %.0f records/s%n",
          baseline.precision(),
          baseline.recall(),
          baseline.f1(),
          baseline.comparedPairs(),
          baseline.recordsPerSecond());
      out.printf(
          "the hub: %.2f times its records per second, %.4f times its F1%n",
          baseline.speedRatio(), baseline.f1Ratio());
    }
    out.flush();
  }
}
