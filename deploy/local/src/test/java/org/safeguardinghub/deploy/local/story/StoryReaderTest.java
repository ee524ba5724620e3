package org.safeguardinghub.deploy.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault of a file is told with its place and what to do. */
final class StoryReaderTest {
  private static final String SOUND =
      Told.text(Told.BRUISE, "\"mustRaise\": [" + Told.BRUISE_RAISED + "]");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "title"      | "titel"       | story.json:1: 'story' has no key 'titel': correct it
          "title"      | "titel"       | story.json:1: 'story' needs the key 'title': add it
          "level"      | "levl"        | story.json:3: 'events' has no key 'levl': correct it or take it out; there may be adoption, adult
          "level": 4   | "level": 5    | story.json:3: 'level' must be a level from 1 to 4
          HV-PHY-01    | HV-PHY-99     | story.json:3: 'type' must be an event type of the catalogue
          T11:00:00    | T25:00:00     | story.json:2: 'receivedAt' must be a local date and time like
          "givenNames" | "givenName"   | story.json:4: 'claims' has no key 'givenName'
          nonMobile    | notMobile     | story.json:5: 'attributes' has no key 'notMobile'
          "severity": "S1" | "severity": "S9" | story.json:6: 'severity' must be one of S1, S2, S3, S4
          "P01"        | "1"           | story.json:6: 'pattern' must be a pattern like P03
          "subject": "tansy", "date" | "subject": "kit", "date" | story.json, P01 kit 2026-03-16 S1: nobody is called 'kit' in the events; there are tansy
          "gist": "A mark on the cheek" | "sameAs": 7 | story.json, event 1, sameAs: there is no event 7 in this story
          "gist": "A mark on the cheek" | "dup": true | story.json, event 1: a repeat says with sameAs which event it repeats
          4, "subject": "tansy" | 4, "subject": ["tansy", "kit"] | story.json, event 1: there must be one object of claims per subject
          "gist": "A mark on the cheek" | "assertion": "sworn" | 'assertion' must be one of denied, disclosed
          """)
  void aFaultIsToldWithItsPlace(String was, String is, String fault) {
    assertThat(SOUND).contains(was);
    assertThatThrownBy(() -> StoryReader.parse("story.json", SOUND.replace(was, is)))
        .isInstanceOf(StoryFault.class)
        .hasMessageContaining(fault);
  }

  @Test
  void allFaultsAreToldAtOnce() {
    String two = SOUND.replace("\"level\": 4", "\"level\": 9").replace("\"gist\"", "\"story\"");
    assertThatThrownBy(() -> StoryReader.parse("story.json", two))
        .hasMessageContaining("story.json:3: 'level'")
        .hasMessageContaining("story.json:5: 'events' has no key 'story'");
  }

  @Test
  void aKeyThatIsGivenTwiceIsAFault() {
    String twice = SOUND.replace("\"level\": 4", "\"level\": 4, \"level\": 3");
    assertThatThrownBy(() -> StoryReader.parse("story.json", twice))
        .hasMessageContaining("story.json, line 3")
        .hasMessageContaining("Duplicate field 'level'");
  }

  @Test
  void anEntryOfMustNotIsCheckedToo() {
    String entry =
        ",\n \"mustNot\": [{\"text\": \"It\", \"pattern\": [\"P01\"], \"restsOn\": [1]}]}";
    String text = SOUND.stripTrailing().replaceAll("}$", entry);
    assertThatThrownBy(() -> StoryReader.parse("story.json", text))
        .hasMessageContaining("story.json:7: 'mustNot' has no key 'pattern'")
        .hasMessageContaining("patterns");
  }

  @Test
  void aStoryOnOneLineAndOneWithTabsAreRead() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    Story read = StoryReader.parse("story.json", SOUND);
    String oneLine = json.writeValueAsString(json.readTree(SOUND));
    assertThat(StoryReader.parse("story.json", oneLine)).isEqualTo(read);
    String tabs = SOUND.replace("\n ", "\n\t").replace(": ", ":\t");
    assertThat(StoryReader.parse("story.json", tabs)).isEqualTo(read);
  }
}
