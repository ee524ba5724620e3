package org.safeguardinghub.connectors.agency.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.form.mapping.MappingForm;
import org.safeguardinghub.connectors.form.mapping.MappingReader;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.yaml.Fault;

/** The mappings of one hub: those in its own folder, and behind them those that are shipped. */
public final class MappingFolder {
  private static final Pattern ID = Pattern.compile("(?m)^id:\\s*['\"]?([A-Za-z0-9-]+)");

  private MappingFolder() {}

  /**
   * What became of reading.
   *
   * @param forms of the sound files and those that are shipped
   * @param faultsOf all other files, which are left out, by name: each with file and line
   */
  public record Mappings(List<MappingForm> forms, Map<String, List<String>> faultsOf) {
    public Mappings {
      forms = List.copyOf(forms);
      faultsOf = Collections.unmodifiableMap(new LinkedHashMap<>(faultsOf));
    }

    /** The faults of all files. */
    public List<String> faults() {
      return faultsOf.values().stream().flatMap(List::stream).toList();
    }

    /** The files that are left out. */
    public List<LeftOut> leftOut() {
      return faultsOf.entrySet().stream()
          .map(file -> new LeftOut(file.getKey(), file.getValue().size()))
          .toList();
    }
  }

  /** Faults by file, as they are found. */
  private static final class Found {
    private final Map<String, List<String>> faults = new LinkedHashMap<>();

    void add(String file, String fault) {
      faults.computeIfAbsent(file, _ -> new ArrayList<>()).add(fault);
    }
  }

  /**
   * Reads all {@code .yaml} and {@code .yml} files of a folder, which need not be there. A mapping
   * takes the place of a shipped one of the same id, a faulty one too: the shipped one means
   * something else.
   */
  public static Mappings read(Path folder, EventCatalogue catalogue) {
    Found faults = new Found();
    Map<String, List<Own>> own = new LinkedHashMap<>();
    for (Path file : files(folder, faults)) {
      String name = String.valueOf(file.getFileName());
      String text = text(file, faults);
      switch (MappingReader.read(name, text, catalogue)) {
        case MappingReader.Outcome.Faulty(List<Fault> found) -> {
          found.forEach(fault -> faults.add(name, fault.toString()));
          id(text).ifPresent(id -> own.computeIfAbsent(id, _ -> new ArrayList<>()));
        }
        case MappingReader.Outcome.Sound(MappingForm form) -> {
          List<Own> same = own.computeIfAbsent(form.name(), _ -> new ArrayList<>());
          same.add(new Own(name, form));
        }
      }
    }
    own.forEach((id, same) -> twice(id, same, faults));
    List<MappingForm> forms = new ArrayList<>();
    own.values().stream()
        .filter(same -> same.size() == 1)
        .forEach(same -> forms.add(same.getFirst().form()));
    AgencyForms.mappings(catalogue).stream()
        .filter(shipped -> !own.containsKey(shipped.name()))
        .forEach(forms::add);
    return new Mappings(joined(forms, own, faults), faults.faults);
  }

  /** A sound mapping of the folder and its file. */
  private record Own(String file, MappingForm form) {}

  private static void twice(String id, List<Own> same, Found faults) {
    for (Own one : same.size() > 1 ? same : List.<Own>of()) {
      String others =
          same.stream()
              .map(Own::file)
              .filter(file -> !file.equals(one.file()))
              .collect(Collectors.joining(", "));
      faults.add(
          one.file(),
          one.file() + ": the id " + id + " is also that of " + others + "; all are left out");
    }
  }

  /** Those whose list is there too. */
  private static List<MappingForm> joined(
      List<MappingForm> forms, Map<String, List<Own>> own, Found faults) {
    Set<String> known = forms.stream().map(MappingForm::name).collect(Collectors.toSet());
    List<MappingForm> joined = new ArrayList<>();
    for (MappingForm form : forms) {
      Optional<String> missing = form.joins().filter(list -> !known.contains(list));
      if (missing.isPresent()) {
        List<Own> files = own.getOrDefault(form.name(), List.of());
        String file = files.isEmpty() ? form.name() : files.getFirst().file();
        faults.add(file, file + ": it is joined with " + missing.get() + ", which is no mapping");
      } else {
        joined.add(form);
      }
    }
    return joined;
  }

  /** What a faulty file says that it is, as far as that can be told. */
  private static Optional<String> id(String text) {
    Matcher said = ID.matcher(text);
    return said.find() ? Optional.of(said.group(1)) : Optional.empty();
  }

  private static List<Path> files(Path folder, Found faults) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
    } catch (IOException e) {
      faults.add(String.valueOf(folder.getFileName()), "the folder cannot be read");
      return List.of();
    }
  }

  private static String text(Path file, Found faults) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      String name = String.valueOf(file.getFileName());
      faults.add(name, name + ": it must be a readable text in UTF-8");
      return "";
    }
  }
}
