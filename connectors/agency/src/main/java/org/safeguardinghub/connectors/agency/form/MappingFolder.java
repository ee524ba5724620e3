package org.safeguardinghub.connectors.agency.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.form.mapping.MappingForm;
import org.safeguardinghub.connectors.form.mapping.MappingReader;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.yaml.Fault;

/** The mappings of one hub: those in its own folder, and behind them those that are shipped. */
public final class MappingFolder {
  private MappingFolder() {}

  /** What became of reading. */
  public sealed interface Outcome {
    record Sound(List<MappingForm> forms) implements Outcome {
      public Sound {
        forms = List.copyOf(forms);
      }
    }

    /** All faults of all files, each with file and line. */
    record Faulty(List<String> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * Reads all {@code .yaml} and {@code .yml} files of a folder, which need not be there. A mapping
   * takes the place of a shipped one of the same id.
   */
  public static Outcome read(Path folder, EventCatalogue catalogue) {
    List<MappingForm> forms = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Path file : files(folder, faults)) {
      String name = String.valueOf(file.getFileName());
      switch (MappingReader.read(name, text(file, faults), catalogue)) {
        case MappingReader.Outcome.Faulty(List<Fault> found) ->
            found.forEach(fault -> faults.add(fault.toString()));
        case MappingReader.Outcome.Sound(MappingForm form) -> {
          if (!ids.add(form.name())) {
            faults.add(name + ": another mapping has the id " + form.name());
          }
          forms.add(form);
        }
      }
    }
    AgencyForms.mappings(catalogue).stream()
        .filter(shipped -> !ids.contains(shipped.name()))
        .forEach(forms::add);
    Set<String> known = forms.stream().map(MappingForm::name).collect(Collectors.toSet());
    for (MappingForm form : forms) {
      form.joins()
          .filter(list -> !known.contains(list))
          .ifPresent(
              list ->
                  faults.add(
                      form.name() + ": it is joined with " + list + ", which is no mapping"));
    }
    return faults.isEmpty() ? new Outcome.Sound(forms) : new Outcome.Faulty(faults);
  }

  private static List<Path> files(Path folder, List<String> faults) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
    } catch (IOException e) {
      faults.add("the folder cannot be read");
      return List.of();
    }
  }

  private static String text(Path file, List<String> faults) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      faults.add(file.getFileName() + ": it must be a readable text in UTF-8");
      return "";
    }
  }
}
