package org.safeguardinghub.connectors.api.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The generated description of the API against the reviewed one; {@code -Dgolden.update} rewrites
 * it.
 */
final class DescriptionTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/openapi.yaml");

  @Test
  void descriptionIsTheReviewedOne() throws IOException {
    String generated = generated();
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, generated);
    }
    assertThat(generated).isEqualTo(Files.readString(GOLDEN));
    assertThat(generated)
        .startsWith("openapi: 3.1.0")
        .contains("/v1/concerns/batch")
        .contains("/v1/receipts/{id}");
  }

  /** As packaged; compiling the tests may leave another description in their own folder. */
  private static String generated() throws IOException {
    return Files.readString(Path.of("target/classes/META-INF/swagger/concerns.yml"));
  }
}
