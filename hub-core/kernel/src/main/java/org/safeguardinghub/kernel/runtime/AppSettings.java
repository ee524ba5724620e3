package org.safeguardinghub.kernel.runtime;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * One app's settings: a properties file that only its owner may read, written by whoever starts the
 * app. A missing or unreadable setting is one clear line with the name of the setting and of the
 * file.
 */
public final class AppSettings {
  private final String file;
  private final Properties properties;

  private AppSettings(String file, Properties properties) {
    this.file = file;
    this.properties = properties;
  }

  public static AppSettings load(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new SettingsFault(
          "cannot read the settings file " + file + ": give its path as the only argument");
    }
    return new AppSettings(file.toString(), properties);
  }

  /** The settings file named by an app's only argument. */
  public static AppSettings fromArguments(String[] arguments) {
    if (arguments.length != 1) {
      throw new SettingsFault("give the path of the settings file as the only argument");
    }
    return load(Path.of(arguments[0]));
  }

  public String text(String name) {
    return optional(name)
        .orElseThrow(() -> new SettingsFault("the setting " + name + " is missing in " + file));
  }

  public Optional<String> optional(String name) {
    return Optional.ofNullable(properties.getProperty(name))
        .map(String::strip)
        .filter(v -> !v.isEmpty());
  }

  public String text(String name, String fallback) {
    return optional(name).orElse(fallback);
  }

  public int number(String name, int fallback) {
    return optional(name).map(value -> parse(name, value)).orElse(fallback);
  }

  public Path path(String name) {
    return Path.of(text(name));
  }

  public boolean flag(String name) {
    return optional(name).map("true"::equals).orElse(false);
  }

  private int parse(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new SettingsFault("the setting " + name + " in " + file + " is not a whole number");
    }
  }

  /** A fault of the settings; its message says what to do and holds no value. */
  public static final class SettingsFault extends RuntimeException {
    public SettingsFault(String message) {
      super(message);
    }
  }
}
