package org.safeguardinghub.kernel.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.quarantine.MessageFields.Changed;
import org.safeguardinghub.kernel.quarantine.MessageFields.Field;

final class MessageFieldsTest {
  private static final String MESSAGE =
      """
      {"type": "EDU-NEG-1", "level": {"proposed": 2}, "a/b": "c",
       "subjects": [{"claims": {"upn": "123"}}, {"role": "OTHER"}]}
      """;

  @Test
  void everyFieldHasItsPlace() {
    assertThat(fields().all())
        .containsExactly(
            new Field("/type", "EDU-NEG-1"),
            new Field("/level/proposed", "2"),
            new Field("/a~1b", "c"),
            new Field("/subjects/0/claims/upn", "123"),
            new Field("/subjects/1/role", "OTHER"));
    assertThat(fields().all().getFirst().toString()).doesNotContain("EDU");
  }

  @Test
  void whatWasTextStaysTextAndWhatWasANumberMayBeANumber() {
    assertThat(changed(Map.of("subjects.0.claims.upn", "456", "level.proposed", "3")))
        .isEqualTo(
            "{\"type\":\"EDU-NEG-1\",\"level\":{\"proposed\":3},\"a/b\":\"c\","
                + "\"subjects\":[{\"claims\":{\"upn\":\"456\"}},{\"role\":\"OTHER\"}]}");
  }

  @Test
  void fieldsAreAddedAndTakenAway() {
    assertThat(changed(Map.of("/a~1b", "", "/subjects/1", "", "handling.class", "H1")))
        .isEqualTo(
            "{\"type\":\"EDU-NEG-1\",\"level\":{\"proposed\":2},"
                + "\"subjects\":[{\"claims\":{\"upn\":\"123\"}}],\"handling\":{\"class\":\"H1\"}}");
    assertThat(changed(Map.of("occurredAt", "2026-03-01"))).contains("\"2026-03-01\"");
  }

  @Test
  void aPlaceThatIsNoneIsSaidWithoutTheValue() {
    assertThat(fields().with(Map.of("/subjects/7", "Quibblewort")))
        .isEqualTo(new Changed.Faulty("there is no place /subjects/7 in this message"));
    assertThat(fields().with(Map.of("/others/0/role", "Quibblewort")))
        .isEqualTo(new Changed.Faulty("there is no place /others/0/role in this message"));
    assertThat(fields().with(Map.of("/type/x", "Quibblewort")))
        .isEqualTo(new Changed.Faulty("there is no place /type/x in this message"));
    assertThat(fields().with(Map.of("a b", "Quibblewort"))).isInstanceOf(Changed.Faulty.class);
  }

  @Test
  void whatIsNoObjectHasNoFields() {
    assertThat(MessageFields.of("[1]".getBytes(UTF_8))).isEmpty();
    assertThat(MessageFields.of("UPN;Date".getBytes(UTF_8))).isEmpty();
  }

  private static MessageFields fields() {
    return MessageFields.of(MESSAGE.getBytes(UTF_8)).orElseThrow();
  }

  private static String changed(Map<String, String> values) {
    return fields().with(values) instanceof Changed.Sound(var body)
        ? new String(body.reveal(), UTF_8)
        : "faulty";
  }
}
