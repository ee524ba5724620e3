package org.safeguardinghub.risk.identity.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.risk.identity.compare.Agreement;
import org.safeguardinghub.risk.identity.model.Feature;
import org.safeguardinghub.risk.identity.model.Parameters;
import org.safeguardinghub.risk.identity.model.Sharing;

final class ParametersFileTest {
  private static final List<Feature> FEATURES =
      List.of(
          new Feature(
              "child's name", 0, Sharing.OWN, List.of(Agreement.EXACT, Agreement.DIFFERENT)));
  private static final String SOUND =
      """
      share: 0.001
      household-share: 0.0005
      compared:
        'child''s name':
          EXACT: [0.75, 0.01, 0.0125]
          DIFFERENT: [0.25, 0.99, 0.9875]
      """;

  private static List<String> faults(String text) {
    return switch (ParametersFile.read("p.yaml", text, FEATURES)) {
      case ParametersFile.Reading.Faulty(var faults) ->
          faults.stream().map(Fault::toString).toList();
      case ParametersFile.Reading.Sound _ -> List.of();
    };
  }

  private static Parameters sound(String text) {
    return switch (ParametersFile.read("p.yaml", text, FEATURES)) {
      case ParametersFile.Reading.Sound(Parameters parameters) -> parameters;
      case ParametersFile.Reading.Faulty(var faults) -> throw new AssertionError(faults);
    };
  }

  @Test
  void whatIsWrittenIsRead() {
    Parameters read = sound(SOUND);
    Parameters again = sound(ParametersFile.write(read));
    for (Parameters parameters : List.of(read, again)) {
      assertThat(parameters.share()).isEqualTo(0.001);
      assertThat(parameters.nearShare()).isEqualTo(0.0005);
      assertThat(parameters.one(0, Agreement.EXACT)).isEqualTo(0.75);
      assertThat(parameters.near(0, Agreement.EXACT)).isEqualTo(0.01);
      assertThat(parameters.two(0, Agreement.DIFFERENT)).isEqualTo(0.9875);
    }
  }

  @Test
  void everyFaultIsSaidWithItsLine() {
    assertThat(faults(SOUND.replace("0.75", "much").replace("0.001", "2")))
        .containsExactly(
            "p.yaml:1: '2' must be a share above 0 and at most 1",
            "p.yaml:5: 'much' must be a share above 0 and at most 1");
    assertThat(faults(SOUND.replace("[0.25, 0.99, 0.9875]", "[0.25, 0.99]")))
        .containsExactly("p.yaml:6: 'DIFFERENT' needs three shares");
    assertThat(faults(SOUND.replace("child''s", "cat''s")))
        .containsExactly("p.yaml:4: 'child's name' is missing");
    assertThat(faults("share: 0.1\nhousehold-share: 0.1\n"))
        .contains("p.yaml:1: 'compared' is missing");
    assertThat(faults(SOUND + "    SOUND: [1, 1, 1]\n"))
        .containsExactly("p.yaml:7: unknown key 'SOUND'");
  }
}
