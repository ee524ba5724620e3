package org.safeguardinghub.kernel.yaml;

/**
 * One fault of a file.
 *
 * @param file name of the file, without its folder
 * @param line line in the file, from 1
 * @param reason what is wrong and what is expected
 */
public record Fault(String file, int line, String reason) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + reason;
  }
}
