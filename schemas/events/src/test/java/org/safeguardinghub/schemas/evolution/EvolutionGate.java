package org.safeguardinghub.schemas.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Decides whether a schema may follow its published history. */
final class EvolutionGate {
  private EvolutionGate() {}

  /** All refusals, in the order of the rules; empty if the schema may be published and is. */
  static List<Refusal> check(List<Schema> history, Schema current) {
    List<Refusal> refusals = new ArrayList<>(checkChange(history, current));
    refusals.addAll(recorded(history, current));
    return List.copyOf(refusals);
  }

  /** The refusals that recording a new version would not cure. */
  static List<Refusal> checkChange(List<Schema> history, Schema current) {
    List<Refusal> refusals = new ArrayList<>(SingleSchemaRules.check(current));
    for (int index = 0; index < history.size(); index++) {
      String version = "v" + (index + 1);
      Schema earlier = history.get(index);
      for (Incompatibility found : incompatibilities(earlier, current)) {
        refusals.add(
            new Refusal(
                Rule.BACKWARD_COMPATIBLE,
                current.getName() + found.getLocation(),
                "%s against %s: %s".formatted(found.getType(), version, found.getMessage())));
      }
      refusals.addAll(SilentChangeRules.check(version, earlier, current));
    }
    return refusals;
  }

  /** True if the two say the same to a reader and a writer; documentation may differ. */
  static boolean same(Schema one, Schema other) {
    return SchemaText.withoutDocumentation(one).equals(SchemaText.withoutDocumentation(other));
  }

  private static List<Incompatibility> incompatibilities(Schema writer, Schema reader) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities();
  }

  private static List<Refusal> recorded(List<Schema> history, Schema current) {
    Optional<Schema> newest = history.isEmpty() ? Optional.empty() : Optional.of(history.getLast());
    if (newest.filter(schema -> same(schema, current)).isPresent()) {
      return List.of();
    }
    return Stream.of(
            new Refusal(
                Rule.RECORDED,
                current.getName(),
                "differs from the newest recorded version; run the tests with -Dgolden.update"))
        .toList();
  }
}
