package org.safeguardinghub.risk.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.identity.compare.Agreement;
import org.safeguardinghub.risk.identity.compare.NameClasses;
import org.safeguardinghub.risk.identity.file.HubParameters;
import org.safeguardinghub.risk.identity.file.ParametersFile;
import org.safeguardinghub.risk.identity.file.Quality;
import org.safeguardinghub.risk.identity.model.Parameters;
import org.safeguardinghub.risk.identity.model.PersonTable;

/** The parameters that the hub comes with: where they come from and what they do. */
final class HubParametersTest {
  private static final Path SHIPPED =
      Path.of("src/main/resources/org/safeguardinghub/risk/identity/file/hub-parameters.yaml");

  private static Matching.Result matched(
      List<List<String>> children, Optional<Parameters> parameters) {
    PersonTable table = new PersonTable(HubParameters.fields(), NameClasses.shipped());
    children.forEach(row -> table.add(row.subList(1, row.size())));
    return new Matching(table, new int[table.rows()], false, parameters).run(_ -> {});
  }

  @Test
  void theyAreWhatIsLearntFromInventedChildren() throws IOException {
    String learnt =
        ParametersFile.write(matched(InventedChildren.of(5, 900), Optional.empty()).learnt());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(SHIPPED, learnt);
    }
    assertThat(learnt).isEqualTo(Files.readString(SHIPPED));
  }

  @Test
  void theyMatchOtherChildren() {
    List<List<String>> children = InventedChildren.of(6, 500);
    Matching.Result result = matched(children, Optional.of(HubParameters.shipped()));
    Quality quality =
        Quality.of(
            result.people(),
            children.stream().map(List::getFirst).toList(),
            (_, _) -> true,
            result.candidates()::meet);
    assertThat(quality.precision()).isGreaterThan(0.98);
    assertThat(quality.recall()).isGreaterThan(0.95);
  }

  @Test
  void whatIsAPersonsOwnWeighsMostAgainst() {
    Parameters shipped = HubParameters.shipped();
    int given = 0;
    int address = 7;
    assertThat(shipped.features().get(address).name()).isEqualTo("address");
    assertThat(shipped.one(given, Agreement.DIFFERENT))
        .isLessThan(shipped.one(address, Agreement.DIFFERENT));
  }
}
