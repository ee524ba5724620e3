package org.safeguardinghub.deploy.local.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Policy;

/** The five vignettes of the domain reference (section 9), told about other invented people. */
enum Vignette {
  /** V1: an unborn child with two signs, then a baby who is hurt after a case was closed. */
  UNBORN_THEN_INFANT,
  /** V2: neglect in small pieces, which no agency would refer by itself. */
  NEGLECT_NOBODY_REFERS,
  /** V3: suspended, then missing, then exploited. */
  EXCLUDED_THEN_LINES,
  /** V4: one incident, told many times. */
  ECHO_STORM_WHOLE,
  /** V5: twins, somebody with nearly their name, and an adopted child. */
  TWINS_AND_NAMESAKE;

  static final EventCatalogue CATALOGUE = EventCatalogue.load();
  static final Policy POLICY = PolicyFile.shipped(CATALOGUE);

  Story story() {
    String file = "vignettes/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    try (InputStream in = Vignette.class.getResourceAsStream(file + ".json")) {
      return StoryReader.parse(
          file, new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
