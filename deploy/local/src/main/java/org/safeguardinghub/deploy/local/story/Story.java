package org.safeguardinghub.deploy.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param mustNot plain sentences for a reader
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
    List<String> mustNot) {
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
  }

  /** A finding that the story expects, by the local date of its evidence. */
  public record Expected(
      String pattern, String stage, String subject, LocalDate date, String severity, String how) {}

  /** A case-evidence notice or a level-4 notice that the story expects. */
  public record Notice(String pattern, String subject, LocalDate date, String to) {}
}
