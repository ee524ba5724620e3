package org.safeguardinghub.deploy.local.provision;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.safeguardinghub.kernel.topics.Topic;

/** Registers each topic's value schema; nothing else in the hub may. */
public final class SchemaProvisioning {
  private static final String PACKAGE = "org.safeguardinghub.schemas.";
  private static final int AT_ONCE = 4;

  private final URI registry;

  public SchemaProvisioning(URI registry) {
    this.registry = registry;
  }

  /** The schema of each subject. */
  public static Map<String, Schema> schemas(Collection<Topic> topics) {
    Map<String, Schema> schemas = new TreeMap<>();
    for (Topic topic : topics) {
      schemas.put(topic.valueSubject(), schemaOf(topic.valueRecord()));
    }
    return schemas;
  }

  /** Whether each of these subjects is known; cheap, for a later start. */
  public boolean complete(Collection<String> subjects) throws IOException, RestClientException {
    return new HashSet<>(client().getAllSubjects()).containsAll(subjects);
  }

  /**
   * Registers what is missing or new; a schema that breaks older readers is refused by the
   * registry.
   */
  public void register(Map<String, Schema> schemas) throws InterruptedException {
    SchemaRegistryClient client = client();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Integer>> sent =
          schemas.entrySet().stream()
              .map(
                  entry ->
                      pool.submit(
                          () -> client.register(entry.getKey(), new AvroSchema(entry.getValue()))))
              .toList();
      for (Future<Integer> answer : sent) {
        answer.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the registry refused a schema: " + e.getCause(), e);
    }
  }

  private SchemaRegistryClient client() {
    return new CachedSchemaRegistryClient(registry.toString(), 1000);
  }

  private static Schema schemaOf(String record) {
    try {
      return (Schema) Class.forName(PACKAGE + record).getMethod("getClassSchema").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new UncheckedIOException(new IOException("no schema for " + record, e));
    }
  }
}
