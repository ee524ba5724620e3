package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.conform.Conformance;
import org.safeguardinghub.connectors.form.mapping.MappingForm;
import org.safeguardinghub.connectors.form.mapping.MappingReader;
import org.safeguardinghub.connectors.form.mapping.NotFound;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.message.Step;
import org.safeguardinghub.kernel.yaml.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a mapping file, and a sample with it. Tells ids, types and reasons, no names or words. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "every fault of a mapping file, and for each record of a sample what it becomes or why it is refused",
      "Then every place that the mapping names and the sample does not have. A column that the first row lacks is a"
          + " fault; a place of JSON or XML that no record has is a warning.",
      "Exit code 0: the mapping is sound, no column is missing and nothing was refused; 1: otherwise."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class ConnectorCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "MAPPING", description = "the mapping file, YAML")
  private Path mapping;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SAMPLE",
      description = "a file of the agency's, CSV, JSON or XML")
  private @Nullable Path sample;

  private int sent;
  private int nothing;
  private int refused;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    EventCatalogue catalogue = EventCatalogue.load();
    String name = String.valueOf(mapping.getFileName());
    boolean sound =
        switch (MappingReader.read(name, text(mapping), catalogue)) {
          case MappingReader.Outcome.Faulty(List<Fault> faults) -> {
            faults.forEach(out::println);
            out.println(faults.size() + " faults: nothing is read with this mapping");
            yield false;
          }
          case MappingReader.Outcome.Sound(MappingForm form) -> {
            out.println(name + " is sound: " + form.title());
            Path file = sample;
            yield file == null || sample(out, catalogue, form, file);
          }
        };
    out.flush();
    return sound ? ExitCode.DONE.code() : ExitCode.FAILED.code();
  }

  private boolean sample(PrintWriter out, EventCatalogue catalogue, MappingForm form, Path file) {
    Received received = Received.of("", bytes(file));
    if (!form.recognises(received)) {
      out.println(
          "the sample is not recognised by this mapping; its records are tried all the same:");
    }
    Conformance conformance = new Conformance(catalogue, List.of(), Instant.now());
    for (Item item : form.read(received)) {
      out.printf("%-28s %s%n", item.place(), says(conformance, form, item.fate()));
    }
    NotFound notFound = form.notFound(received);
    say(out, notFound);
    out.printf("%d events, %d records without an event, %d refused%n", sent, nothing, refused);
    return refused == 0 && notFound.columns().isEmpty() && form.recognises(received);
  }

  /** A column that the headings lack is a fault; a place that no record has may be unused. */
  private static void say(PrintWriter out, NotFound notFound) {
    if (!notFound.columns().isEmpty()) {
      out.println(
          "FAULT    columns that the first row does not have: "
              + NotFound.words(notFound.columns())
              + ": correct the mapping, or give the sample all columns");
    }
    if (!notFound.places().isEmpty()) {
      out.println(
          "WARNING  places that "
              + (notFound.records() == 1
                  ? "the one record or first row does not have: "
                  : "none of the " + notFound.records() + " records has: ")
              + NotFound.words(notFound.places())
              + ": a typing error, or simply not used in this sample");
    }
  }

  private String says(Conformance conformance, MappingForm form, Fate fate) {
    return switch (fate) {
      case Fate.Send(String id, String type, Submission submission, List<String> leftOut) -> {
        Optional<Refusal> refusal = conformance.refusal(submission, form.families());
        if (refusal.isPresent()) {
          refused++;
          yield "REFUSED  %s %s at %s: %s (record %s)"
              .formatted(
                  refusal.get().step(),
                  refusal.get().reasonCode(),
                  refusal.get().pointer().orElse("/"),
                  refusal.get().explanation(),
                  id);
        }
        sent++;
        yield "%s%s (record %s)%s"
            .formatted(
                type,
                details(submission),
                id,
                leftOut.isEmpty() ? "" : "; LEFT OUT: " + String.join("; ", leftOut));
      }
      case Fate.NoEvent(String _, String reason, String why) -> {
        nothing++;
        yield "no event %s: %s".formatted(reason, why);
      }
      case Fate.Repeated(String id, var first) -> {
        nothing++;
        yield "repeats  %s (record %s)".formatted(first, id);
      }
      case Fate.Refused(String id, var _, String reason, String whatToDo, String _) -> {
        refused++;
        yield "REFUSED  %s %s: %s%s"
            .formatted(Step.FORM, reason, whatToDo, id.isEmpty() ? "" : " (record " + id + ")");
      }
    };
  }

  private static String details(Submission submission) {
    try {
      JsonNode message = new ObjectMapper().readTree(submission.body().reveal());
      String level = message.at("/level/proposed").asText("");
      return " on "
          + message.path("occurredAt").asText()
          + (level.isEmpty() ? "" : ", level " + level)
          + ", persons: "
          + persons(message.path("subjects"))
          + (message.path("narrative").asText("").isEmpty() ? ", no words" : ", with words");
    } catch (IOException e) {
      return "";
    }
  }

  /** How many, and what is said of each: a place that the mapping misspells is missing here. */
  private static String persons(JsonNode subjects) {
    List<String> said = new ArrayList<>();
    for (JsonNode subject : subjects) {
      List<String> known = new ArrayList<>();
      if (subject.hasNonNull("personRef")) {
        known.add("reference");
      }
      subject.path("claims").fieldNames().forEachRemaining(known::add);
      said.add(known.isEmpty() ? "NOTHING SAID OF WHO IT IS" : String.join(" ", known));
    }
    return subjects.size() + (said.isEmpty() ? "" : " (" + String.join("; ", said) + ")");
  }

  private static Path there(Path file) {
    if (!Files.exists(file)) {
      throw new StartRefused(ExitCode.USAGE, "there is no file " + file);
    }
    return file;
  }

  private static String text(Path file) {
    try {
      return Files.readString(there(file));
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.USAGE, "cannot read the mapping file " + file + ": it must be a text in UTF-8");
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(there(file));
    } catch (IOException e) {
      throw new StartRefused(ExitCode.USAGE, "cannot read the sample " + file);
    }
  }
}
