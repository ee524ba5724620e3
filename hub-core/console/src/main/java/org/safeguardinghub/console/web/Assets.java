package org.safeguardinghub.console.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.signin.Secrets;

/** The few files that pages use, held in memory. The name of each carries its content's digest. */
@Singleton
public final class Assets {
  private static final String FRONTEND =
      "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css";

  private final Asset stylesheet;
  private final Asset script;
  private final Map<String, Asset> byName;

  public Assets() {
    stylesheet = asset("css", "text/css", Stylesheet.of(read(FRONTEND), read("hub.css")));
    script = asset("js", "text/javascript", read("hub.js"));
    byName =
        Map.of(
            stylesheet.name(),
            stylesheet,
            script.name(),
            script,
            "hub.svg",
            new Asset("hub.svg", "image/svg+xml", read("hub.svg")));
  }

  /** A file to serve. */
  record Asset(String name, String type, String text) {
    String path() {
      return "/assets/" + name;
    }
  }

  String stylesheetPath() {
    return stylesheet.path();
  }

  String scriptPath() {
    return script.path();
  }

  Optional<Asset> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private static Asset asset(String ending, String type, String text) {
    return new Asset("hub-" + Secrets.digest(text).substring(0, 12) + "." + ending, type, text);
  }

  private static String read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + resource);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
