package org.safeguardinghub.risk.policy.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.risk.policy.rule.Policy;

/** Policy files: the shipped one, and any other text. */
public final class PolicyFile {
  /** Name of the shipped policy file. */
  public static final String SHIPPED = "partnership-default.yaml";

  private PolicyFile() {}

  /** What became of reading a file. */
  public sealed interface Reading {
    /** The file is sound. */
    record Sound(Policy policy) implements Reading {}

    /** All faults of the file, in the order of its lines. */
    record Faulty(List<Fault> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Reads a policy from text. Every fault is reported, not only the first. */
  public static Reading read(String fileName, String yaml, EventCatalogue catalogue) {
    Faults faults = new Faults(fileName);
    Policy policy = new PolicyReader(faults, catalogue).read(yaml);
    return policy != null && faults.none()
        ? new Reading.Sound(policy)
        : new Reading.Faulty(faults.inOrder());
  }

  /** The text of the shipped policy, as it is published. */
  public static String shippedText() {
    try (InputStream in =
        PolicyFile.class.getResourceAsStream("/org/safeguardinghub/risk/policy/" + SHIPPED)) {
      return new String(Objects.requireNonNull(in, SHIPPED).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The shipped policy. A faulty one is a fault of the build, so it stops the process with the
   * whole report.
   */
  public static Policy shipped(EventCatalogue catalogue) {
    return switch (read(SHIPPED, shippedText(), catalogue)) {
      case Reading.Sound(Policy policy) -> policy;
      case Reading.Faulty(List<Fault> faults) ->
          throw new IllegalStateException(
              "the shipped policy is faulty:\n" + PolicyText.faults(faults));
    };
  }
}
