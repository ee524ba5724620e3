package org.safeguardinghub.connectors.form.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/** Mappings that are shipped as resources of a connector. */
public final class ShippedMappings {
  private ShippedMappings() {}

  /**
   * Reads mappings beside a class.
   *
   * @param names of the files without {@code .yaml}
   */
  public static List<MappingForm> load(
      Class<?> beside, List<String> names, EventCatalogue catalogue) {
    return names.stream()
        .map(name -> MappingReader.shipped(name + ".yaml", text(beside, name), catalogue))
        .toList();
  }

  private static String text(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name + ".yaml")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
