package org.safeguardinghub.schemas.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** One invented row of a table of evolutions: what was published, what is now proposed. */
record EvolutionExample(
    String name, Optional<Rule> refusedBy, List<Schema> history, Schema current) {

  static List<EvolutionExample> load(String resource) {
    try (InputStream stream = EvolutionExample.class.getResourceAsStream("/" + resource)) {
      List<EvolutionExample> examples = new ArrayList<>();
      for (JsonNode row : new ObjectMapper().readTree(stream)) {
        List<Schema> history = new ArrayList<>();
        for (JsonNode version : row.get("history")) {
          history.add(parse(version));
        }
        Optional<Rule> refusedBy =
            Optional.ofNullable(row.get("refusedBy")).map(JsonNode::asText).map(Rule::valueOf);
        examples.add(
            new EvolutionExample(
                row.get("name").asText(), refusedBy, history, parse(row.get("current"))));
      }
      return examples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema parse(JsonNode schema) {
    return new SchemaParser().parse(schema.toString()).mainSchema();
  }

  @Override
  public String toString() {
    return name;
  }
}
