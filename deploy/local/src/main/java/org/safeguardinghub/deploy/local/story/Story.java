package org.safeguardinghub.deploy.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Assertion;

/**
 * One multi-agency story: what agencies sent, when the hub received it, and the findings that must
 * and must not follow.
 *
 * @param id short name, unique among the stories played together
 * @param title one line for a reader
 * @param until the moment up to which the hub's clock runs; nothing after it is judged
 * @param events in the order of the telling
 * @param mustRaise first firings
 * @param mayRaise findings that are true for a time on what had been received
 * @param strengthened re-fires and rises of severity
 * @param notices what is told without being a finding
 * @param mustNot what must not follow
 */
public record Story(
    String id,
    String title,
    Instant until,
    List<Event> events,
    List<Expected> mustRaise,
    List<Expected> mayRaise,
    List<Expected> strengthened,
    List<Notice> notices,
    List<MustNot> mustNot) {
  /** Stories tell local time. */
  static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** The name of a subject whom nobody knows yet. */
  static final String NOBODY = "?";

  /**
   * One message of an agency.
   *
   * @param number in the telling; messages are received in the order of {@code receivedAt}
   * @param subjects the story's own names of the true persons: ground truth, never given to the hub
   * @param claims per subject, as sent
   * @param optional scope and life-cycle keys as the file gives them
   */
  public record Event(
      int number,
      Instant occurredAt,
      Instant receivedAt,
      String type,
      int level,
      String handling,
      boolean countable,
      List<String> subjects,
      List<JsonNode> claims,
      Map<String, JsonNode> attributes,
      String narrative,
      Map<String, JsonNode> optional) {
    Optional<String> text(String key) {
      return node(key).map(JsonNode::asText);
    }

    /** A key that holds something, as it is in the file. */
    Optional<JsonNode> node(String key) {
      return Optional.ofNullable(optional.get(key)).filter(node -> !node.isNull());
    }

    boolean flag(String key) {
      return Optional.ofNullable(optional.get(key)).map(JsonNode::asBoolean).orElse(false);
    }

    /** How it is known; said with the words of the envelope, or their first. */
    Assertion assertion() {
      String said = text("assertion").orElse("reported").toUpperCase(Locale.ROOT);
      return Arrays.stream(Assertion.values())
          .filter(one -> said.matches("(PROFESSIONAL )?" + one + "( BY .*)?"))
          .findFirst()
          .orElse(Assertion.REPORTED);
    }

    /** Whether it puts something right that was said before. */
    boolean corrects() {
      return optional.containsKey("supersedes")
          || optional.containsKey("ruling")
          || !assertion().counts();
    }
  }

  /** A finding that the story expects, by the local date of its evidence. */
  public record Expected(
      String pattern, String stage, String subject, LocalDate date, String severity, String how) {
    String words() {
      String staged = stage.isEmpty() ? pattern : pattern + " " + stage;
      return "%s %s %s %s".formatted(staged, subject, date, severity);
    }
  }

  /** A case-evidence notice or a level-4 notice that the story expects. */
  public record Notice(String pattern, String subject, LocalDate date, String to) {
    String words() {
      return "%s %s %s, notice to %s".formatted(pattern, subject, date, to);
    }
  }
}
