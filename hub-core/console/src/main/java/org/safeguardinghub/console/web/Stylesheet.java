package org.safeguardinghub.console.web;

import java.util.regex.Pattern;

/**
 * GOV.UK Frontend's compiled style without what is reserved for gov.uk domains: the GDS Transport
 * font and the images of crown and crest. Our own rules follow.
 */
final class Stylesheet {
  private static final Pattern FONT_FACE = Pattern.compile("@font-face\\s*\\{[^}]*}");
  private static final Pattern FONT_FAMILY =
      Pattern.compile("GDS Transport,arial,sans-serif|\"GDS Transport\",\\s*arial,\\s*sans-serif");
  private static final Pattern IMAGE = Pattern.compile("url\\([^)]*\\)");
  private static final Pattern COMMENT = Pattern.compile("/\\*!.*?\\*/", Pattern.DOTALL);
  private static final Pattern SOURCE_MAP = Pattern.compile("/\\*# sourceMappingURL=[^*]*\\*/");
  private static final String SYSTEM_FONTS = "system-ui,\"Liberation Sans\",Arial,sans-serif";

  private Stylesheet() {}

  static String of(String frontend, String own) {
    String css = FONT_FACE.matcher(frontend).replaceAll("");
    css = FONT_FAMILY.matcher(css).replaceAll(SYSTEM_FONTS);
    css = IMAGE.matcher(css).replaceAll("none");
    css = COMMENT.matcher(css).replaceAll("");
    return SOURCE_MAP.matcher(css).replaceAll("").strip() + "\n" + own;
  }
}
