package org.safeguardinghub.connectors.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedsTest {
  @TempDir Path folder;

  private Feed read(String more) throws IOException {
    Path file = folder.resolve("feeds.json");
    Files.writeString(
        file,
        """
        [{"feed": "tumbledown-primary", "agency": "tumbledown-primary", "family": "EDU",
          "kafkaUsername": "u", "kafkaPassword": "p", "tokenSha256": "00"%s}]
        """
            .formatted(more));
    return Feeds.load(file).all().getFirst();
  }

  @Test
  void howOftenSomethingIsExpectedMayBeSaid() throws IOException {
    assertThat(read("").silentAfterHours()).isEqualTo(OptionalInt.empty());
    assertThat(read(", \"silentAfterHours\": 24").silentAfterHours()).isEqualTo(OptionalInt.of(24));
  }

  @Test
  void hoursAreWholeAndSomeWhereTheyAreSaid() {
    for (String wrong : new String[] {"0", "-1", "1.5", "\"24\"", "{}"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> read(", \"silentAfterHours\": " + wrong))
          .withMessageContaining("silentAfterHours");
    }
  }
}
