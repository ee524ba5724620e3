package org.safeguardinghub.deploy.local.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the fuzzer comes in: one parser for each run, named by the target's only argument. */
public final class ParserFuzz {
  private static ParserRules rules = ParserRules.named(Seeds.names().getFirst());

  private ParserFuzz() {}

  /**
   * Called by the fuzzer before the first input. What a parser loads once (for FHIR more than a
   * thousand classes, each instrumented) is none of the time that an input may take.
   */
  public static void fuzzerInitialize(String[] arguments) {
    rules = ParserRules.named(arguments[0]);
    Seeds.of(arguments[0]).forEach(seed -> rules.check(seed.getBytes(StandardCharsets.UTF_8)));
  }

  /** Called by the fuzzer for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    rules.check(input);
  }

  /** Writes the seeds of every parser into a folder of its own, and prints the names. */
  public static void main(String[] arguments) throws IOException {
    for (String name : Seeds.names()) {
      Path folder = Files.createDirectories(Path.of(arguments[0]).resolve(name));
      List<String> seeds = Seeds.of(name);
      for (int i = 0; i < seeds.size(); i++) {
        Files.write(folder.resolve("seed-" + i), seeds.get(i).getBytes(StandardCharsets.UTF_8));
      }
      System.out.println(name);
    }
  }
}
