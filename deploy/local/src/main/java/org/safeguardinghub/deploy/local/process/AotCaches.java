package org.safeguardinghub.deploy.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Ahead-of-time caches that halve a JVM's start, one per process and build. They are only ever a help: a JVM whose
 * cache does not fit starts without it.
 *
 * @param folder where they are kept, beside the build
 * @param record whether processes without a cache note down what one is to be made of
 */
public record AotCaches(Path folder, boolean record) {
  private static final List<String> QUIET = List.of("-Xlog:disable", "-Xlog:all=error:stderr");

  /**
   * The whole command line of a process.
   *
   * @param java the program and its flags
   * @param what what it runs: class path, main class, arguments
   */
  public List<String> command(
      String name, List<Path> classPath, List<String> java, List<String> what) {
    List<String> command = new ArrayList<>(java);
    Path cache = file(name, classPath, ".aot");
    Path notes = file(name, classPath, ".aotconf");
    if (Files.exists(cache)) {
      command.add("-XX:AOTCache=" + cache);
      command.addAll(QUIET);
    } else if (record) {
      command.add("-XX:AOTMode=record");
      command.add("-XX:AOTConfiguration=" + notes);
      command.addAll(QUIET);
    }
    command.addAll(what);
    if (record && !Files.exists(cache)) {
      AotTraining.remember(notes, command);
    }
    return command;
  }

  private Path file(String name, List<Path> classPath, String suffix) {
    return folder.resolve(name + "-" + fingerprint(classPath) + suffix);
  }

  private static String fingerprint(List<Path> classPath) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
      for (Path jar : classPath) {
        String line =
            jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis() + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
