package org.safeguardinghub.risk.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which kinds of rule a file may name. */
final class RuleKindsTest {
  @Test
  void everyKindIsReadByOneGroup() {
    List<RuleReader.Group> groups =
        List.of(
            new FirstRuleReader(),
            new HarmRuleReader(),
            new ExploitationRuleReader(),
            new LifeRuleReader(),
            new ProcessRuleReader());
    assertThat(groups).allSatisfy(group -> assertThat(group.kinds()).isNotEmpty());
    Stream<String> kinds = groups.stream().flatMap(group -> group.kinds().keySet().stream());
    List<String> used =
        PolicyFile.shippedText()
            .lines()
            .filter(line -> line.startsWith("      kind: "))
            .map(line -> line.substring("      kind: ".length()))
            .distinct()
            .toList();
    assertThat(kinds).containsExactlyInAnyOrderElementsOf(used);
  }
}
