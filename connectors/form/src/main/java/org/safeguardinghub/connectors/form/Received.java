package org.safeguardinghub.connectors.form;

import org.safeguardinghub.kernel.event.Sensitive;

/**
 * What came in.
 *
 * @param fileName as its sender named it, or empty. It may name a child: it belongs in no log line
 *     and in no id, and decides nothing
 * @param content the bytes
 */
public record Received(Sensitive<String> fileName, Sensitive<byte[]> content) {
  public static Received of(String fileName, byte[] content) {
    return new Received(Sensitive.of(fileName), Sensitive.of(content));
  }

  public byte[] bytes() {
    return content.reveal();
  }
}
