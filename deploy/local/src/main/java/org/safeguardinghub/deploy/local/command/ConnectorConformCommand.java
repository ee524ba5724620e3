package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.form.FormSource;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.conform.Conformance;
import org.safeguardinghub.connectors.form.conform.FileReport;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads every file of a folder with all forms, or asks a connector every case. */
@Command(
    name = "conform",
    mixinStandardHelpOptions = true,
    description = {
      "DIR: read every file of a folder with all forms: what each would become, what not, and why",
      "URL: ask an HTTP connector, ours or an agency's own, every case that its senders rely on; it is sent concerns"
          + " about invented children, so ask one that is there for trials",
      "Exit code 0: every file has events or a reason, every case passed; 1: otherwise."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class ConnectorConformCommand implements Callable<Integer> {
  private static final long LARGEST = 64L * 1024 * 1024;
  private static final FileReport TOO_LARGE =
      new FileReport(FileReport.NONE, Map.of(), Map.of(), 0, Map.of("SHAPE FILE_TOO_LARGE", 1));

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR|URL",
      description = {
        "the folder; every file in and below it is read",
        "or the connector's address, such as http://127.0.0.1:7401; another machine's by https"
      })
  private String target;

  @Option(
      names = "--token",
      paramLabel = "FILE",
      description = "with URL: the file that holds the sender's token")
  private @Nullable Path token;

  @Option(
      names = "--type",
      paramLabel = "CODE",
      defaultValue = "HV-NEG-01",
      description = "with URL: an event type that this sender may send (default: ${DEFAULT-VALUE})")
  private String type;

  @Option(names = "--json", description = "print it as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    return ConnectorUrlConformance.isUrl(target) ? asked() : read(Path.of(target));
  }

  private int asked() throws IOException {
    if (token == null) {
      throw new ParameterException(
          spec.commandLine(), "name the file with the sender's token by --token FILE");
    }
    PrintWriter out = spec.commandLine().getOut();
    boolean passed =
        ConnectorUrlConformance.run(out, target, token, type, UUID.randomUUID().toString(), json);
    out.flush();
    return (passed ? ExitCode.DONE : ExitCode.FAILED).code();
  }

  private int read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new StartRefused(ExitCode.USAGE, folder + " is no folder");
    }
    EventCatalogue catalogue = EventCatalogue.load();
    Conformance conformance = new Conformance(catalogue, FormSource.all(catalogue), Instant.now());
    Map<String, FileReport> reports = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      reports.put(
          folder.relativize(file).toString(),
          Files.size(file) > LARGEST
              ? TOO_LARGE
              : conformance.report(
                  Received.of(file.getFileName().toString(), Files.readAllBytes(file))));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(reports));
    } else {
      table(out, reports);
    }
    out.flush();
    return reports.values().stream().allMatch(FileReport::complete)
        ? ExitCode.DONE.code()
        : ExitCode.FAILED.code();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  private static void table(PrintWriter out, Map<String, FileReport> reports) {
    reports.forEach(
        (file, report) -> {
          out.println(file);
          out.printf("  %-30s", report.form().equals(FileReport.NONE) ? "no form" : report.form());
          out.printf(
              "%6d events %6d no event %5d repeated %5d refused%n",
              FileReport.sum(report.events()),
              FileReport.sum(report.noEvents()),
              report.repeated(),
              FileReport.sum(report.refused()));
          line(out, "events", report.events());
          line(out, "no event", report.noEvents());
          line(out, "refused", report.refused());
          if (!report.complete()) {
            out.println("    NEITHER EVENTS NOR A REASON");
          }
        });
    out.println();
    Totals totals = Totals.of(reports);
    out.printf(
        "%d files, %d read by a form: %d events, %d without an event, %d repeated, %d refused; %d files without a fate%n",
        reports.size(),
        totals.read(),
        totals.events(),
        totals.noEvents(),
        totals.repeated(),
        totals.refused(),
        totals.incomplete());
    out.println("events by type: " + words(totals.types()));
  }

  private static void line(PrintWriter out, String what, Map<String, Integer> counts) {
    if (!counts.isEmpty()) {
      out.println("    " + what + ": " + words(counts));
    }
  }

  private static String words(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(one -> one.getKey() + (one.getValue() == 1 ? "" : " x " + one.getValue()))
        .collect(Collectors.joining(", "));
  }

  private record Totals(
      int read,
      int events,
      int noEvents,
      int repeated,
      int refused,
      int incomplete,
      Map<String, Integer> types) {
    static Totals of(Map<String, FileReport> reports) {
      Map<String, Integer> types = new TreeMap<>();
      reports
          .values()
          .forEach(report -> report.events().forEach((k, n) -> types.merge(k, n, Integer::sum)));
      return new Totals(
          count(reports, report -> report.form().equals(FileReport.NONE) ? 0 : 1),
          count(reports, report -> FileReport.sum(report.events())),
          count(reports, report -> FileReport.sum(report.noEvents())),
          count(reports, FileReport::repeated),
          count(reports, report -> FileReport.sum(report.refused())),
          count(reports, report -> report.complete() ? 0 : 1),
          types);
    }

    private static int count(
        Map<String, FileReport> reports, java.util.function.ToIntFunction<FileReport> of) {
      return reports.values().stream().mapToInt(of).sum();
    }
  }

  private static String json(Map<String, FileReport> reports) throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    ArrayNode files = root.putArray("files");
    reports.forEach(
        (file, report) -> {
          ObjectNode one = files.addObject().put("file", file).put("form", report.form());
          one.set("events", mapper.valueToTree(report.events()));
          one.set("noEvents", mapper.valueToTree(report.noEvents()));
          one.put("repeated", report.repeated());
          one.set("refused", mapper.valueToTree(report.refused()));
          one.put("complete", report.complete());
        });
    Totals totals = Totals.of(reports);
    root.set("totals", mapper.valueToTree(totals.types()));
    root.put("withoutFate", totals.incomplete());
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }
}
