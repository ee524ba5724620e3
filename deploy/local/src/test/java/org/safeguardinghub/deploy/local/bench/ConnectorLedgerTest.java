package org.safeguardinghub.deploy.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.deploy.local.bench.AnswerBook.Outcome;
import org.safeguardinghub.deploy.local.bench.ConnectorLedger.Way;
import org.safeguardinghub.schemas.Fate;

/** What the books of a run call sound, and what they do not. */
final class ConnectorLedgerTest {
  private final AnswerBook book = new AnswerBook();
  private final ConnectorLedger.Topics topics = new ConnectorLedger.Topics();

  @Test
  void everyRecordHasOneAnswerAndWhatWasAcceptedOneEvent() {
    book.sent(List.of("a", "b", "c"));
    book.sent(List.of("a"));
    accepted("a", "r1");
    topics.event("r1", "e1/0");
    topics.event("r1", "e1/0");
    book.answered("b", Outcome.REFUSED, Optional.of("r2"));
    topics.fate("r2", Fate.REFUSED);
    book.answered("c", Outcome.NO_EVENT, Optional.empty());

    ConnectorLedger ledger = ledger();

    assertThat(ledger.ways()).containsExactly(new Way("way", "app", 3, 1, 1, 1, 1, 0, 0, 0, 1));
    assertThat(ledger.sound()).isTrue();
  }

  @Test
  void aRecordWithoutAnAnswerIsMissing() {
    book.sent(List.of("a"));

    assertThat(ledger().ways().getFirst().missing()).isEqualTo(1);
    assertThat(ledger().sound()).isFalse();
  }

  @Test
  void twoEventsTwoReceiptsOrTwoLinesOfOneRecordAreOneTooMany() {
    accepted("a", "r1");
    topics.event("r1", "e1/0");
    topics.event("r1", "e2/0");
    accepted("b", "r2");
    topics.event("r2", "e3/0");
    book.answered("b", Outcome.ACCEPTED, Optional.of("r2"));

    assertThat(ledger().ways().getFirst().twice()).isEqualTo(2);
    assertThat(ledger().sound()).isFalse();
  }

  @Test
  void whatIsAnsweredAndStandsOnNoTopicIsUnsettled() {
    accepted("a", "r1");
    book.answered("b", Outcome.REFUSED, Optional.of("r2"));

    assertThat(ledger().ways().getFirst().unsettled()).isEqualTo(2);
    assertThat(ledger().sound()).isFalse();
  }

  @Test
  void whatNobodyWasToldOfIsAstrayAndCountsThatDifferAreNotSound() {
    topics.fate("r9", Fate.RECEIVED);
    topics.fate("r8", Fate.REFUSED);

    assertThat(ledger().astray()).isEqualTo(1);
    assertThat(ConnectorLedger.of(Map.of(), new ConnectorLedger.Topics(), List.of("x")).sound())
        .isFalse();
  }

  private void accepted(String id, String receipt) {
    book.answered(id, Outcome.ACCEPTED, Optional.of(receipt));
    topics.fate(receipt, Fate.RECEIVED);
  }

  private ConnectorLedger ledger() {
    return ConnectorLedger.of(Map.of(new Named(), book), topics, List.of());
  }

  /** A way that nothing is sent over. */
  private static final class Named implements ConnectorWay {
    @Override
    public String name() {
      return "way";
    }

    @Override
    public String app() {
      return "app";
    }

    @Override
    public String feed() {
      return "feed";
    }

    @Override
    public void round(AnswerBook unused) {
      throw new UnsupportedOperationException("nothing is sent");
    }
  }
}
