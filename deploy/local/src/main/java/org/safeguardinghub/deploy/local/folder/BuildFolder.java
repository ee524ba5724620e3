package org.safeguardinghub.deploy.local.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What the build left for running: one shared folder of jars, the registry's server, and caches
 * beside them.
 *
 * @param root this module's build folder
 */
public record BuildFolder(Path root) {
  private static final String PROPERTY = "hub.build.folder";
  private static final String OWN_JAR = "deploy-local-";

  /** The build folder that the launcher (or the test run) names. */
  public static BuildFolder ofThisProcess() {
    String named = System.getProperty(PROPERTY);
    if (named == null) {
      throw new StartRefused(
          ExitCode.MACHINE, "started without -D" + PROPERTY + "=...: use the ./hub command");
    }
    return new BuildFolder(Path.of(named).toAbsolutePath());
  }

  public Path lib() {
    return root.resolve("lib");
  }

  public Path registry() {
    return root.resolve("registry");
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  /** Class data archives of this build's processes. */
  public Path archives() {
    return root.resolve("archives");
  }

  public Path running() {
    return root.resolve("running");
  }

  /** The class path of one app: its jar and exactly what that jar names. */
  public List<Path> classPathOf(String artifact) {
    Path jar = jar(lib(), artifact + "-");
    List<Path> path = new ArrayList<>(List.of(jar));
    try (JarFile file = new JarFile(jar.toFile())) {
      String named = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      for (String name : named == null ? new String[0] : named.strip().split(" +")) {
        path.add(present(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return path;
  }

  /** One version of each library stands in the folder: the one that the whole build agreed on. */
  private Path present(String name) {
    Path exact = lib().resolve(name);
    return Files.exists(exact) ? exact : jar(lib(), name.replaceFirst("-\\d.*", "-"));
  }

  /**
   * This module's jar with every library, those that match the prefixes first: fewer jars are
   * opened.
   */
  public List<Path> ownClassPath(List<String> firstPrefixes) {
    List<Path> path = new ArrayList<>(List.of(jar(root, OWN_JAR)));
    Comparator<Path> wantedFirst =
        Comparator.comparing(
            (Path file) ->
                firstPrefixes.stream().noneMatch(file.getFileName().toString()::startsWith));
    try (Stream<Path> files = Files.list(lib())) {
      files
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .sorted(wantedFirst.thenComparing(Comparator.naturalOrder()))
          .forEach(path::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return path;
  }

  private static Path jar(Path folder, String prefix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(
              file -> {
                String name = file.getFileName().toString();
                return name.startsWith(prefix)
                    && name.endsWith(".jar")
                    && name.substring(prefix.length()).matches("\\d.*")
                    && !name.endsWith("-tests.jar");
              })
          .findFirst()
          .orElseThrow(() -> new IOException("no " + prefix + "*.jar in " + folder));
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.MACHINE,
          "the build is incomplete (%s): delete deploy/local/target and start ./hub again"
              .formatted(e.getMessage()));
    }
  }
}
