package org.safeguardinghub.connectors.intake.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safeguardinghub.connectors.intake.receipt.Answered;
import org.safeguardinghub.connectors.intake.receipt.Answered.Answer;
import org.safeguardinghub.connectors.intake.receipt.IntakeDatabase;
import org.safeguardinghub.connectors.intake.receipt.JdbcFates;
import org.safeguardinghub.connectors.intake.receipt.JdbcReceipts;
import org.safeguardinghub.connectors.intake.receipt.NewReceipt;
import org.safeguardinghub.connectors.intake.receipt.Outbox;
import org.safeguardinghub.connectors.intake.receipt.Parcel;
import org.safeguardinghub.connectors.intake.receipt.ReceiptView;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.safeguardinghub.connectors.intake.receipt.SubjectFate;
import org.safeguardinghub.kernel.event.HandlingClass;

/** On a real PostgreSQL: who is to be told of what, and who of several processes tells. */
final class JdbcFeedbackIT {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration LONG = Duration.ofHours(1);
  private static final String WANTS = "lantern-trust";
  private static final String WANTS_NONE = "heron-house";

  private static EmbeddedPostgres postgres;
  private static JdbcReceipts receipts;
  private static JdbcFates fates;
  private static JdbcFeedback feedback;

  @BeforeAll
  static void start() throws IOException, SQLException {
    postgres = IntakeDatabase.start("select 1");
    DataSource source = postgres.getDatabase("hub_connector_api", "postgres");
    receipts = new JdbcReceipts(source);
    fates = new JdbcFates(source, Set.of(WANTS));
    feedback = new JdbcFeedback(source);
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void nothingWaits() {
    feedback.keepOnly(Set.of());
  }

  @Test
  void aNewAnswerIsToldOnceWhateverIsReadAgain() {
    recorded(WANTS, "r-new", HandlingClass.H1);
    keep(WANTS, "r-new", 0, Answer.ACT, 5);
    assertThat(waiting()).containsExactly("r-new");

    keep(WANTS, "r-new", 0, Answer.ACT, 5);
    keep(WANTS, "r-new", 0, Answer.NEED_MORE, 4);
    keep(WANTS, "r-new", 0, Answer.ACT, 6);
    keep(WANTS, "r-new", 1, Answer.ACT, 7);
    keep(WANTS, "r-new", 2, Answer.WRONG_CHILD, 3);
    assertThat(waiting()).isEmpty();

    keep(WANTS, "r-new", 0, Answer.NOT_RELEVANT, 8);
    keep(WANTS, "r-new", 0, Answer.NOT_RELEVANT, 8);
    assertThat(waiting()).containsExactly("r-new");
    assertThat(ReceiptView.of(receipts.find(WANTS, "r-new").orElseThrow()).answer())
        .hasValue(Answer.NOT_RELEVANT);
  }

  @ParameterizedTest
  @EnumSource(HandlingClass.class)
  void nobodyIsToldWhatTheReceiptWithholds(HandlingClass handling) {
    String receipt = "r-handling-" + handling;
    recorded(WANTS, receipt, handling);
    keep(WANTS, receipt, 0, Answer.ACT, 0);

    boolean withheld =
        ReceiptView.of(receipts.find(WANTS, receipt).orElseThrow()).ledToAlert()
            == ReceiptView.LedToAlert.WITHHELD;
    assertThat(waiting()).isEqualTo(withheld ? List.of() : List.of(receipt));
  }

  @Test
  void whoWantsNoneIsToldNoneAndNobodyOfAnothersReceipt() {
    recorded(WANTS_NONE, "r-other", HandlingClass.H1);
    keep(WANTS_NONE, "r-other", 0, Answer.ACT, 0);
    keep(WANTS, "r-other", 0, Answer.NOT_RELEVANT, 1);

    assertThat(feedback.due()).isEmpty();
  }

  @Test
  void theAnswerAndItsTellingAreKeptTogetherOrNotAtAll() {
    recorded(WANTS, "r-together", HandlingClass.H1);
    SubjectFate sound = fate(WANTS, "r-together", 0, Answer.ACT, 0);
    SubjectFate broken = fate(WANTS, "r-\u0000", 0, Answer.ACT, 0);

    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> fates.keep(List.of(sound, broken), Map.of()));
    assertThat(feedback.due()).isEmpty();
    assertThat(ReceiptView.of(receipts.find(WANTS, "r-together").orElseThrow()).answer()).isEmpty();

    fates.keep(List.of(sound), Map.of());
    assertThat(waiting()).containsExactly("r-together");
  }

  @Test
  void whatIsTakenIsNobodyElsesUntilTheLeaseIsOver() {
    recorded(WANTS, "r-lease", HandlingClass.H0);
    keep(WANTS, "r-lease", 0, Answer.ACT, 0);

    Due first = feedback.claim(WANTS, Duration.ZERO).orElseThrow();
    // Its process died: the lease is over at once, and another takes it for longer.
    Due second = feedback.claim(WANTS, LONG).orElseThrow();
    assertThat(feedback.claim(WANTS, LONG)).isEmpty();
    assertThat(feedback.due()).isEmpty();
    assertThat(second.wireId()).isEqualTo(first.wireId()).startsWith("feedback-");
    assertThat(List.of(first.attempts(), second.attempts())).containsExactly(1, 2);
    assertThat(second.madeAt()).isEqualTo(first.madeAt());

    // Whoever was so slow that another has it by now changes nothing.
    feedback.again(first, Duration.ZERO);
    assertThat(feedback.due()).isEmpty();
    feedback.again(second, Duration.ZERO);
    assertThat(feedback.due()).containsExactly(WANTS);
    feedback.again(feedback.claim(WANTS, LONG).orElseThrow(), LONG);
    assertThat(feedback.due()).isEmpty();
  }

  @Test
  void ageIsCountedFromWhenItBecameKnown() throws SQLException {
    recorded(WANTS, "r-age", HandlingClass.H1);
    keep(WANTS, "r-age", 0, Answer.ACT, 0);
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("update intake.feedback set made_at = made_at - interval '3 days'");
    }

    assertThat(feedback.claim(WANTS, LONG).orElseThrow().age())
        .isBetween(Duration.ofDays(3), Duration.ofDays(4));
  }

  @Test
  void severalAtOnceTellEachOnce() throws InterruptedException, ExecutionException {
    List<String> all = IntStream.range(0, 40).mapToObj(i -> "r-many-" + i).toList();
    all.forEach(
        receipt -> {
          recorded(WANTS, receipt, HandlingClass.H1);
          keep(WANTS, receipt, 0, Answer.ACT, 0);
        });
    List<String> told = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<List<String>> process = JdbcFeedbackIT::waiting;
      for (Future<List<String>> found : pool.invokeAll(List.of(process, process, process))) {
        told.addAll(found.get());
      }
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void twoThatReadTheSameAnswerAtOnceTellItOnce() throws InterruptedException, ExecutionException {
    recorded(WANTS, "r-twice", HandlingClass.H1);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> process =
          () -> {
            keep(WANTS, "r-twice", 0, Answer.ACT, 0);
            return "kept";
          };
      for (Future<String> kept : pool.invokeAll(List.of(process, process, process))) {
        assertThat(kept.get()).isEqualTo("kept");
      }
    }
    assertThat(waiting()).containsExactly("r-twice");
  }

  @Test
  void otherConnectorsCannotReadIt() {
    DataSource health = postgres.getDatabase("hub_connector_health", "postgres");
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> new JdbcFeedback(health).due());
  }

  /** Takes and tells all that is due of the feed. */
  private static List<String> waiting() {
    List<String> told = new ArrayList<>();
    Optional<Due> due = feedback.claim(WANTS, LONG);
    while (due.isPresent()) {
      told.add(due.get().receiptId());
      feedback.done(due.get());
      due = feedback.claim(WANTS, LONG);
    }
    return told.stream().sorted().collect(Collectors.toList());
  }

  private static void keep(String feed, String receipt, int subject, Answer answer, int second) {
    fates.keep(List.of(fate(feed, receipt, subject, answer, second)), Map.of());
  }

  private static SubjectFate fate(
      String feed, String receipt, int subject, Answer answer, int second) {
    Instant at = NOON.plusSeconds(second);
    return new SubjectFate(
        receipt,
        subject,
        feed,
        SubjectFate.Fate.ATTRIBUTED,
        true,
        at,
        Optional.of(new Answered(answer, at)));
  }

  private static void recorded(String feed, String receipt, HandlingClass handling) {
    receipts.record(
        List.of(
            new NewReceipt(
                receipt,
                feed,
                "api",
                Optional.of("e-" + receipt),
                Optional.of("VCS-NEG-01"),
                "content",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                3,
                Optional.of(handling),
                NOON,
                Optional.empty(),
                Optional.empty())),
        new Parcel("p-" + receipt, Outbox.of(new byte[] {1})));
  }
}
