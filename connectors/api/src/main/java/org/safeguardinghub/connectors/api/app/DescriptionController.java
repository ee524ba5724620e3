package org.safeguardinghub.connectors.api.app;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Serves the description of this API, as it was generated from the code. */
@Controller
@Hidden
final class DescriptionController {
  private final String yaml = read();

  @Get("/openapi.yaml")
  HttpResponse<String> description() {
    return HttpResponse.ok(yaml).contentType("application/yaml");
  }

  private static String read() {
    try (InputStream in =
        DescriptionController.class.getResourceAsStream("/META-INF/swagger/concerns.yml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the description of the API cannot be read", e);
    }
  }
}
