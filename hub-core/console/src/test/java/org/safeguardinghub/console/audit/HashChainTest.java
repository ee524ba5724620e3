package org.safeguardinghub.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.console.audit.HashChain.Link;

final class HashChainTest {
  private static final Instant AT = Instant.parse("2026-03-24T10:15:00Z");

  private static List<Link> chain() {
    Link one = HashChain.append("", "1", "p-a", "OPENED", "alert", "a-1", AT);
    Link two =
        HashChain.append(one.hash(), "2", "p-b", "OPENED", "alert", "a-2", AT.plusSeconds(1));
    Link three = HashChain.append(two.hash(), "3", "p-a", "LISTED", "list", "x", AT.plusSeconds(2));
    return List.of(one, two, three);
  }

  @Test
  void anUntouchedChainHolds() {
    assertThat(HashChain.holds("", chain())).isTrue();
  }

  @Test
  void aMissingRecordIsNoticed() {
    List<Link> links = new ArrayList<>(chain());
    links.remove(1);
    assertThat(HashChain.holds("", links)).isFalse();
  }

  @Test
  void anAlteredRecordIsNoticed() {
    List<Link> links = new ArrayList<>(chain());
    Link two = links.get(1);
    links.set(
        1,
        new Link(
            two.id(),
            "p-c",
            two.action(),
            two.objectKind(),
            two.objectId(),
            two.at(),
            two.previousHash(),
            two.hash()));
    assertThat(HashChain.holds("", links)).isFalse();
  }

  @Test
  void fieldsCannotRunIntoEachOther() {
    assertThat(HashChain.append("", "1", "ab", "c", "alert", "x", AT).hash())
        .isNotEqualTo(HashChain.append("", "1", "a", "bc", "alert", "x", AT).hash());
  }
}
