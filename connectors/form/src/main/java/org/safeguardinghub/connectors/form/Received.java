package org.safeguardinghub.connectors.form;

import org.safeguardinghub.kernel.event.Sensitive;

/**
 * What came in.
 *
 * @param fileName as its sender named it, or empty. It may name a child: it belongs in no log line
 *     and in no id, and decides nothing
 * @param content what is in it
 */
public record Received(Sensitive<String> fileName, Content content) {
  public static Received of(String fileName, byte[] content) {
    return of(fileName, Content.of(content));
  }

  public static Received of(String fileName, Content content) {
    return new Received(Sensitive.of(fileName), content);
  }

  /** All of it at once: not for forms that read it in pieces. */
  public byte[] bytes() {
    return content.bytes();
  }

  @Override
  public String toString() {
    return "Received[withheld]";
  }
}
