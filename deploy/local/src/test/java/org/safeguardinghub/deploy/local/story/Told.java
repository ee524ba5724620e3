package org.safeguardinghub.deploy.local.story;

import java.util.List;

/** Small stories, written in a test. */
final class Told {
  /** A bruise in a baby, seen and heard of on a Monday morning. */
  static final String BRUISE =
      """
      {"n": 1, "occurredAt": "2026-03-16T10:00:00", "receivedAt": "2026-03-16T11:00:00",
       "type": "HV-PHY-01", "level": 4, "subject": "tansy",
       "claims": {"givenNames": "Tansy", "familyName": "Fernwick", "dateOfBirth": "2026-01-20"},
       "attributes": {"nonMobile": true}, "gist": "A mark on the cheek"}""";

  /** What it raises. */
  static final String BRUISE_RAISED =
      """
      {"pattern": "P01", "subject": "tansy", "date": "2026-03-16", "severity": "S1"}""";

  private Told() {}

  /** A story's text: its events, and its other keys as they stand in a file. */
  static String text(String events, String more) {
    return text("2026-03-16T13:00:00", events, more);
  }

  static String text(String until, String events, String more) {
    return """
        {"id": "T", "title": "A story", "until": "%s",
         "events": [%s]%s}
        """
        .formatted(until, events, more.isEmpty() ? "" : ",\n " + more);
  }

  static StoryReport played(String events, String more) {
    return played(StoryReader.parse("story.json", text(events, more)));
  }

  static StoryReport played(Story story) {
    return StoryRun.playPure(List.of(story), Vignette.POLICY, Identity.STORY).getFirst();
  }
}
