package org.safeguardinghub.notifier.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/**
 * A notification's key as it may stand in a mail's Message-ID and in {@code webhook-id}. Letters,
 * digits, dash and underscore stay as they are; every other byte becomes percent and two digits, so
 * that no id can end a header or, with a dot, blur what a webhook's signature covers.
 */
public final class WireId {
  private WireId() {}

  public static String of(String key) {
    StringBuilder wire = new StringBuilder(key.length());
    for (byte unit : key.getBytes(UTF_8)) {
      char c = (char) (unit & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_')) {
        wire.append(c);
      } else {
        wire.append(String.format(Locale.ROOT, "%%%02x", (int) c));
      }
    }
    return wire.toString();
  }

  /** The Message-ID: the key, made an address that can never receive mail. */
  public static String messageId(String key) {
    return "<" + of(key) + "@safeguardinghub.invalid>";
  }
}
