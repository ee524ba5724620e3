package org.safeguardinghub.kernel.sharing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlDocument;
import org.safeguardinghub.kernel.yaml.YamlNode;

/**
 * The legal gateways that a sender may name.
 *
 * @param titles code and title, in the order of the file
 */
public record LegalGateways(Map<String, String> titles) {
  public LegalGateways {
    titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
  }

  /** The shipped list; a faulty one is a fault of the build. */
  public static LegalGateways load() {
    return read(resource());
  }

  static LegalGateways read(String yaml) {
    Faults faults = new Faults("legal-gateways.yaml");
    Map<String, String> titles = new LinkedHashMap<>();
    Optional<YamlNode.Mapping> root = YamlDocument.parse(yaml, faults);
    root.ifPresent(mapping -> gateways(Fields.of(mapping, faults), titles, faults));
    if (!faults.none()) {
      throw new IllegalStateException(
          "the list of legal gateways is faulty:\n"
              + String.join("\n", faults.inOrder().stream().map(Fault::toString).toList()));
    }
    return new LegalGateways(titles);
  }

  public boolean has(String code) {
    return titles.containsKey(code);
  }

  private static void gateways(Fields file, Map<String, String> titles, Faults faults) {
    file.text("id");
    file.whole("version", 1, 1_000_000);
    for (YamlNode node : file.requiredItems("gateways")) {
      Fields gateway = Fields.of(node, faults);
      String code = gateway.text("code");
      if (titles.put(code, gateway.text("title")) != null) {
        faults.add(gateway.line("code"), "the code is given twice");
      }
      gateway.close();
    }
    file.close();
  }

  private static String resource() {
    try (InputStream in = LegalGateways.class.getResourceAsStream("legal-gateways.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
