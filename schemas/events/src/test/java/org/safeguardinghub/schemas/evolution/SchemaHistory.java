package org.safeguardinghub.schemas.evolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaParser;

/** The schema files: the current ones, and per record the versions that were published. */
final class SchemaHistory {
  private static final Path CURRENT = Path.of("src/main/avro");
  private static final Path HISTORY = Path.of("src/history");

  private SchemaHistory() {}

  /** Every named schema of the source folder, resolved, by simple name. */
  static Map<String, Schema> current() throws IOException {
    SchemaParser parser = new SchemaParser();
    try (Stream<Path> files = Files.list(CURRENT)) {
      for (Path file : files.sorted().toList()) {
        parser.parse(file);
      }
    }
    Map<String, Schema> schemas = new TreeMap<>();
    parser.getParsedNamedSchemas().forEach(schema -> schemas.put(schema.getName(), schema));
    return schemas;
  }

  /** The published versions of a record, oldest first. */
  static List<Schema> versions(String recordName) throws IOException {
    List<Schema> versions = new ArrayList<>();
    for (Path file = schemaFile(recordName, 1);
        Files.exists(file);
        file = schemaFile(recordName, versions.size() + 1)) {
      versions.add(new SchemaParser().parse(file).mainSchema());
    }
    return versions;
  }

  /** The names of the folders that hold a history. */
  static List<String> recordNames() throws IOException {
    try (Stream<Path> folders = Files.list(HISTORY)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  /** The records that were written under a version when it was published. */
  static List<byte[]> golden(String recordName, int version) throws IOException {
    return Files.readAllLines(goldenFile(recordName, version)).stream()
        .map(Base64.getDecoder()::decode)
        .toList();
  }

  /** Writes a new version: its resolved schema and golden bytes. */
  static void record(Schema schema, int version) throws IOException {
    Path file = schemaFile(schema.getName(), version);
    Files.createDirectories(file.getParent());
    Files.writeString(file, SchemaFormatter.format("json/pretty", schema) + "\n");
    List<String> lines =
        Specimen.allOf(schema).stream()
            .map(AvroBytes::write)
            .map(Base64.getEncoder()::encodeToString)
            .toList();
    Files.write(goldenFile(schema.getName(), version), lines);
  }

  /** Files of a history folder that belong to no version, so that a gap is noticed. */
  static List<String> strays(String recordName) throws IOException {
    List<String> expected = new ArrayList<>();
    for (int version = 1; version <= versions(recordName).size(); version++) {
      expected.addAll(Arrays.asList("v" + version + ".avsc", "v" + version + ".base64"));
    }
    try (Stream<Path> files = Files.list(HISTORY.resolve(recordName))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !expected.contains(name))
          .toList();
    }
  }

  private static Path schemaFile(String recordName, int version) {
    return HISTORY.resolve(recordName).resolve("v" + version + ".avsc");
  }

  private static Path goldenFile(String recordName, int version) {
    return HISTORY.resolve(recordName).resolve("v" + version + ".base64");
  }
}
