package org.safeguardinghub.connectors.api.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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

  private static String generated() throws IOException {
    try (InputStream in =
        DescriptionTest.class.getResourceAsStream("/META-INF/swagger/concerns.yml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
