package org.safeguardinghub.connectors.intake.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.connectors.intake.receipt.SubjectFate.Fate;
import org.safeguardinghub.connectors.intake.resubmit.JdbcOrders;
import org.safeguardinghub.connectors.intake.resubmit.Orders;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.message.Step;
import org.safeguardinghub.kernel.quarantine.DayCount;
import org.safeguardinghub.kernel.quarantine.Fix;
import org.safeguardinghub.kernel.quarantine.JdbcQuarantine;
import org.safeguardinghub.kernel.quarantine.QuarantineDesk;
import org.safeguardinghub.kernel.quarantine.QuarantineSeal;
import org.safeguardinghub.kernel.quarantine.Quarantined;
import org.safeguardinghub.kernel.sealing.HubKeys;

/**
 * The stores on a real PostgreSQL, signed in as the connector's role with the grants of the script.
 */
final class JdbcReceiptsIT {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final HubKeys KEYS = HubKeys.generate();

  private static final String OF_AN_EARLIER_RELEASE =
      """
      insert into intake.receipt (receipt_id, feed, connector, event_id, content_hash, refused, state, subject_count,
        received_at, attempted_at, outbox) values
        ('r-old1', 'feed-o', 'c-old', 'e-o1', 'c', false, 'RECORDED', 1, now(), now() - interval '2 s', '\\x07'),
        ('r-old2', 'feed-o', 'c-old', 'e-o2', 'c', false, 'ANNOUNCED', 1, now(), now() - interval '1 s', '\\x08'),
        ('r-old3', 'feed-o', 'c-old', 'e-o3', 'c', false, 'PUBLISHED', 1, now(), now(), null)
      """;

  private static EmbeddedPostgres postgres;
  private static DataSource source;
  private static JdbcReceipts receipts;
  private static JdbcFates fates;

  @BeforeAll
  static void start() throws IOException, SQLException {
    postgres = IntakeDatabase.start(OF_AN_EARLIER_RELEASE);
    source = postgres.getDatabase("hub_connector_api", "postgres");
    receipts = new JdbcReceipts(source);
    fates = new JdbcFates(source, Set.of());
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void recordingTellsFirstAgainAndReuseInTheOrderOfTheBatch() {
    List<Recorded> first =
        record(
            List.of(
                accepted("r-1", "e-1", "c1"),
                accepted("r-1", "e-1", "c1"),
                accepted("r-1", "e-1", "c2")));
    assertThat(first)
        .containsExactly(new Recorded.First(), new Recorded.Again(), new Recorded.IdReused());
    List<Recorded> second =
        record(
            List.of(
                accepted("r-2", "e-2", "c3"),
                accepted("r-1", "e-1", "c2"),
                accepted("r-1", "e-1", "c1")));
    assertThat(second)
        .containsExactly(new Recorded.First(), new Recorded.IdReused(), new Recorded.Again());
  }

  @Test
  void theNewestContentOfARecordIsFound() {
    record(
        List.of(
            content("r-s1", new Revision("rec-1", 1), "c1"),
            content("r-s2", new Revision("rec-1", 2), "c2"),
            content("r-s3", new Revision("rec-2", 1), "c3"),
            accepted("r-s4", "rec-3", "c4")));
    assertThat(receipts.latest("feed-a", List.of("rec-1", "rec-3", "rec-4")))
        .isEqualTo(Map.of("rec-1", new ReceiptStore.Latest(2, "c2")));
    assertThat(receipts.latest("feed-b", List.of("rec-1"))).isEmpty();
  }

  private static NewReceipt content(String receiptId, Revision revision, String content) {
    NewReceipt receipt = accepted(receiptId, "e-" + receiptId, content);
    return new NewReceipt(
        receipt.receiptId(),
        receipt.feed(),
        receipt.connector(),
        receipt.eventId(),
        receipt.eventType(),
        receipt.contentHash(),
        Optional.of(revision),
        receipt.idempotencyKey(),
        receipt.refusal(),
        receipt.subjectCount(),
        receipt.handling(),
        receipt.receivedAt(),
        receipt.origin(),
        receipt.kept());
  }

  @Test
  void keyStandsInTheWayOfAnotherMessageOnly() {
    assertThat(record(List.of(keyed("r-k1", "e-k1", "k")))).containsExactly(new Recorded.First());
    assertThat(record(List.of(keyed("r-k1", "e-k1", "k")))).containsExactly(new Recorded.Again());
    assertThat(record(List.of(keyed("r-k2", "e-k2", "k"))))
        .containsExactly(new Recorded.KeyReused());
  }

  @Test
  void parcelsAreClaimedInTheOrderOfRecordingWithTheirStepAndWhatIsNewInThem() {
    receipts.record(List.of(ofConnector("c-claim", "r-c1")), parcel("p-1"));
    receipts.record(
        List.of(
            ofConnector("c-claim", "r-c2"),
            ofConnector("c-claim", "r-c1"),
            ofConnector("c-claim", "r-c3")),
        parcel("p-2"));
    receipts.record(List.of(ofConnector("c-claim", "r-c4")), parcel("p-3"));
    receipts.record(List.of(ofConnector("c-claim", "r-c4")), parcel("p-4"));
    receipts.announced(List.of("p-2"));
    receipts.published(List.of("p-3"));

    List<Pending> claimed = receipts.claim("c-claim", Duration.ZERO, 10);

    assertThat(claimed.stream().map(one -> one.parcel().id() + " " + one.announced()))
        .containsExactly("p-1 false", "p-2 true");
    assertThat(claimed.get(1).receipts()).containsExactlyInAnyOrder("r-c2", "r-c3");
    assertThat(claimed.getFirst().parcel().content().ciphertext()).containsExactly(1, 2, 3);
    assertThat(receipts.claim("c-claim", Duration.ofMinutes(1), 10)).isEmpty();
  }

  @Test
  void whatAnEarlierReleaseLeftUnpublishedIsAParcelOfItsOwn() {
    List<Pending> left = receipts.claim("c-old", Duration.ZERO, 10);

    assertThat(left.stream().map(one -> one.parcel().id() + one.receipts() + one.announced()))
        .containsExactly("r-old1[r-old1]false", "r-old2[r-old2]true");
    assertThat(left.getFirst().parcel().content().ciphertext()).containsExactly(7);
  }

  @Test
  void receiptIsFoundByItsOwnFeedOnly() {
    record(List.of(accepted("r-f", "e-f", "c"), refused("r-x")));
    assertThat(receipts.find("feed-b", "r-f")).isEmpty();
    ReceiptStore.Stored found = receipts.find("feed-a", "r-f").orElseThrow();
    assertThat(found.eventId()).hasValue("e-f");
    assertThat(found.receivedAt()).isEqualTo(NOW);
    assertThat(receipts.find("feed-a", "r-x").orElseThrow().refusal())
        .hasValue(Refusal.at(Step.TIME, "IN_FUTURE", "check the date", "/occurredAt"));
  }

  @Test
  void fateNeverGoesBackAndIsKeptWithItsPlace() {
    record(List.of(accepted("r-d", "e-d", "c")));
    fates.keep(List.of(fate("r-d", Fate.ATTRIBUTED, true)), Map.of(2, 41L));
    fates.keep(List.of(fate("r-d", Fate.AWAITING_IDENTITY, false)), Map.of(2, 42L));
    assertThat(fates.positions()).containsEntry(2, 42L);
    ReceiptView view = ReceiptView.of(receipts.find("feed-a", "r-d").orElseThrow());
    assertThat(view.status()).isEqualTo(ReceiptView.Status.PROCESSED);
    assertThat(view.ledToAlert()).isEqualTo(ReceiptView.LedToAlert.YES);
  }

  @Test
  void theNewestAnswerIsKeptInWhateverOrderTheRecordsCome() {
    record(List.of(accepted("r-a", "e-a", "c")));
    Answered first = new Answered(Answered.Answer.NEED_MORE, NOW);
    Answered second = new Answered(Answered.Answer.ACT, NOW.plusMillis(1));
    assertThat(answerOf("r-a")).isEmpty();
    fates.keep(List.of(answered("r-a", 0, second), answered("r-a", 0, first)), Map.of());
    assertThat(answerOf("r-a")).hasValue(Answered.Answer.ACT);
    fates.keep(List.of(fate("r-a", Fate.ATTRIBUTED, false)), Map.of());
    assertThat(answerOf("r-a")).hasValue(Answered.Answer.ACT);
    fates.keep(List.of(answered("r-a", 0, first)), Map.of());
    assertThat(answerOf("r-a")).hasValue(Answered.Answer.ACT);
    Answered third = new Answered(Answered.Answer.WRONG_CHILD, NOW.plusMillis(2));
    fates.keep(List.of(answered("r-a", 1, third)), Map.of());
    assertThat(answerOf("r-a")).hasValue(Answered.Answer.WRONG_CHILD);
    assertThat(receipts.find("feed-a", "r-a").orElseThrow().fates())
        .containsExactly(answered("r-a", 0, second), answered("r-a", 1, third));
  }

  private static Optional<Answered.Answer> answerOf(String receiptId) {
    return ReceiptView.of(receipts.find("feed-a", receiptId).orElseThrow()).answer();
  }

  private static SubjectFate answered(String receiptId, int subject, Answered answer) {
    return new SubjectFate(
        receiptId, subject, "feed-a", Fate.ATTRIBUTED, true, NOW, Optional.of(answer));
  }

  @Test
  void countsGrowWithTheReceipts() {
    ReceiptStore.Count before =
        receipts.counts().getOrDefault("feed-a", new ReceiptStore.Count(0, 0, NOW, Map.of()));
    record(List.of(accepted("r-n1", "e-n1", "c"), accepted("r-n1", "e-n1", "c"), refused("r-n2")));
    ReceiptStore.Count after = receipts.counts().get("feed-a");
    assertThat(Objects.requireNonNull(after))
        .isEqualTo(
            new ReceiptStore.Count(
                before.accepted() + 1, before.refused() + 1, NOW, Map.of("EDU-NEG-01", NOW)));
  }

  @Test
  void twoThatRecordTheSameAtOnceAgreeOnOneFirst() throws InterruptedException, ExecutionException {
    List<NewReceipt> forward =
        List.of(accepted("r-p1", "e-p1", "c"), accepted("r-p2", "e-p2", "c"));
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<List<Recorded>> one = () -> record(forward);
      Callable<List<Recorded>> other = () -> record(forward.reversed());
      long firsts = 0;
      for (Future<List<Recorded>> found : pool.invokeAll(List.of(one, other, one, other))) {
        firsts += found.get().stream().filter(Recorded.First.class::isInstance).count();
      }
      assertThat(firsts).isEqualTo(2);
    }
  }

  @Test
  void whatIsRefusedIsBeforeTheDeskUntilItIsResubmittedAndTheDayAddsUp() {
    Instant day = Instant.parse("2026-07-01T23:30:00Z");
    NewReceipt wrong = on(day, refused("r-q1"));
    record(List.of(wrong, on(day, accepted("r-q2", "e-q2", "c")), wrong));
    DataSource console = postgres.getDatabase("hub_console", "postgres");
    JdbcQuarantine desk = new JdbcQuarantine(console);
    Quarantined record = desk.find("r-q1").orElseThrow();
    assertThat(record.state()).isEqualTo(Quarantined.State.WAITING);
    assertThat(record.reason().pointer()).hasValue("/occurredAt");
    assertThat(KEYS.openText(desk.content("r-q1").orElseThrow())).isEqualTo("{}");
    assertThat(
            desk.list(
                new QuarantineDesk.Filter(
                    Optional.of("agency-b"), Optional.empty(), Optional.empty())))
        .isEmpty();

    assertThat(ask(desk, "f-1")).isEqualTo(Fix.Asked.ASKED);
    assertThat(ask(desk, "f-1")).isEqualTo(Fix.Asked.SAME);
    assertThat(ask(desk, "f-2")).isEqualTo(Fix.Asked.BUSY);
    JdbcOrders orders = new JdbcOrders(source);
    Orders.Order order = orders.next().orElseThrow();
    assertThat(KEYS.openText(order.key().orElseThrow())).isEqualTo("key-of-the-sender");
    assertThat(KEYS.openText(order.content())).isEqualTo("{\"a\":1}");
    NewReceipt again = on(day, accepted("r-q3", "e-q3", "c"));
    record(List.of(withOrigin(again, "r-q1")));
    orders.accepted(order, "r-q3");
    assertThat(orders.next()).isEmpty();
    assertThat(desk.find("r-q1").orElseThrow().became()).hasValue("r-q3");
    assertThat(desk.content("r-q1")).isEmpty();
    assertThat(desk.fixes("r-q1").getFirst().outcome()).hasValue(Fix.Outcome.ACCEPTED);
    assertThat(ask(desk, "f-3")).isEqualTo(Fix.Asked.DONE);
    assertThat(receipts.find("feed-q", "r-q1").orElseThrow().became()).hasValue("r-q3");
    assertThat(receipts.find("feed-q", "r-q3").orElseThrow().origin()).hasValue("r-q1");

    fates.keep(
        List.of(fate("r-q2", Fate.ATTRIBUTED, false), fate("r-q3", Fate.UNCONFIRMED, false)),
        Map.of());
    DayCount count = desk.day(LocalDate.parse("2026-07-02")).getFirst();
    assertThat(count)
        .isEqualTo(
            new DayCount(
                "feed-q", LocalDate.parse("2026-07-02"), 4, 2, 1, 1, 2, 1, 1, 0, 1, 0, 1, 1, 0));
    assertThat(count.faults()).isEmpty();
    assertThat(desk.day(LocalDate.parse("2026-07-01"))).isEmpty();
  }

  @Test
  void whatNeverWasAMessageIsRefusedAndWaitsForItsSenderAlone() {
    Instant day = Instant.parse("2026-07-08T09:00:00Z");
    NewReceipt row = on(day, unmade("r-form"));
    record(List.of(row, on(day, refused("r-wait")), row));

    JdbcQuarantine desk = new JdbcQuarantine(postgres.getDatabase("hub_quarantine", "postgres"));
    Quarantined record = desk.find("r-form").orElseThrow();
    assertThat(record.state()).isEqualTo(Quarantined.State.AT_SOURCE);
    assertThat(record.reason().pointer()).hasValue("row 12, column Opened");
    assertThat(desk.content("r-form")).isEmpty();
    assertThat(receipts.find("feed-q", "r-form").orElseThrow().refusal())
        .hasValueSatisfying(refusal -> assertThat(refusal.step()).isEqualTo(Step.FORM));
    DayCount count = desk.day(LocalDate.parse("2026-07-08")).getFirst();
    assertThat(count)
        .isEqualTo(
            new DayCount(
                "feed-q", LocalDate.parse("2026-07-08"), 3, 0, 1, 2, 0, 2, 2, 1, 0, 1, 0, 0, 0));
    assertThat(count.faults()).isEmpty();
  }

  @Test
  void contentThatWasKeptLongEnoughGoes() {
    Instant longAgo = Instant.parse("2025-07-01T10:00:00Z");
    record(List.of(on(longAgo, refused("r-old"))));
    JdbcQuarantine desk = new JdbcQuarantine(postgres.getDatabase("hub_quarantine", "postgres"));
    assertThat(new JdbcOrders(source).expire(longAgo)).isZero();
    assertThat(new JdbcOrders(source).expire(longAgo.plusMillis(1))).isEqualTo(1);
    assertThat(desk.content("r-old")).isEmpty();
    assertThat(desk.find("r-old").orElseThrow().state()).isEqualTo(Quarantined.State.GONE);
  }

  private static Fix.Asked ask(JdbcQuarantine desk, String fixId) {
    return desk.ask(
        fixId,
        "r-q1",
        "p-1",
        QuarantineSeal.reason(KEYS, fixId, "a wrong date"),
        QuarantineSeal.fixed(KEYS, fixId, "{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
  }

  private static NewReceipt on(Instant at, NewReceipt receipt) {
    return with(receipt, at, receipt.origin());
  }

  private static NewReceipt withOrigin(NewReceipt receipt, String origin) {
    return with(receipt, receipt.receivedAt(), Optional.of(origin));
  }

  private static NewReceipt with(NewReceipt receipt, Instant at, Optional<String> origin) {
    return new NewReceipt(
        receipt.receiptId(),
        "feed-q",
        receipt.connector(),
        receipt.eventId(),
        receipt.eventType(),
        receipt.contentHash(),
        receipt.revision(),
        receipt.idempotencyKey(),
        receipt.refusal(),
        receipt.subjectCount(),
        receipt.handling(),
        at,
        origin,
        receipt.kept());
  }

  @Test
  void databaseThatRefusesIsSaidWithoutItsWords() {
    NewReceipt broken =
        new NewReceipt(
            "r-z",
            "feed-a",
            "c",
            Optional.of("Quibblewort\u0000"),
            Optional.empty(),
            "c",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            Optional.empty(),
            NOW,
            Optional.empty(),
            Optional.empty());
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> record(List.of(broken)))
        .withNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Quibblewort"));
  }

  private static NewReceipt accepted(String receiptId, String eventId, String content) {
    return receipt(
        receiptId, "c-1", Optional.of(eventId), content, Optional.empty(), Optional.empty());
  }

  private static NewReceipt keyed(String receiptId, String eventId, String key) {
    return receipt(receiptId, "c-1", Optional.of(eventId), "c", Optional.of(key), Optional.empty());
  }

  private static NewReceipt ofConnector(String connector, String receiptId) {
    return receipt(
        receiptId,
        connector,
        Optional.of("e-" + receiptId),
        "c",
        Optional.empty(),
        Optional.empty());
  }

  private static NewReceipt refused(String receiptId) {
    return receipt(
        receiptId,
        "c-1",
        Optional.empty(),
        "c",
        Optional.empty(),
        Optional.of(Refusal.at(Step.TIME, "IN_FUTURE", "check the date", "/occurredAt")));
  }

  private static NewReceipt unmade(String receiptId) {
    Refusal refusal = Refusal.at(Step.FORM, "IMPOSSIBLE_DATE", "a day", "row 12, column Opened");
    NewReceipt.Kept nothing =
        new NewReceipt.Kept(
            "agency-a", Optional.empty(), false, Optional.empty(), Optional.empty());
    return receipt(
        receiptId,
        "c-1",
        Optional.empty(),
        "c",
        Optional.empty(),
        Optional.of(refusal),
        Optional.of(nothing));
  }

  private static NewReceipt receipt(
      String receiptId,
      String connector,
      Optional<String> eventId,
      String content,
      Optional<String> key,
      Optional<Refusal> refusal) {
    return receipt(
        receiptId, connector, eventId, content, key, refusal, refusal.map(_ -> kept(receiptId)));
  }

  private static NewReceipt receipt(
      String receiptId,
      String connector,
      Optional<String> eventId,
      String content,
      Optional<String> key,
      Optional<Refusal> refusal,
      Optional<NewReceipt.Kept> kept) {
    return new NewReceipt(
        receiptId,
        "feed-a",
        connector,
        eventId,
        refusal.isPresent() ? Optional.empty() : Optional.of("EDU-NEG-01"),
        content,
        Optional.empty(),
        key,
        refusal,
        1,
        Optional.of(HandlingClass.H1),
        NOW,
        Optional.empty(),
        kept);
  }

  private static List<Recorded> record(List<NewReceipt> all) {
    return receipts.record(all, parcel(UUID.randomUUID().toString()));
  }

  private static Parcel parcel(String id) {
    return new Parcel(id, Outbox.of(new byte[] {1, 2, 3}));
  }

  private static NewReceipt.Kept kept(String receiptId) {
    return new NewReceipt.Kept(
        "agency-a",
        Optional.of(HandlingClass.H1),
        false,
        Optional.of(QuarantineSeal.content(KEYS, receiptId, "{}".getBytes(StandardCharsets.UTF_8))),
        Optional.of(QuarantineSeal.key(KEYS, receiptId, Sensitive.of("key-of-the-sender"))));
  }

  private static SubjectFate fate(String receiptId, Fate fate, boolean ledToAlert) {
    return new SubjectFate(receiptId, 0, "feed-a", fate, ledToAlert, NOW, Optional.empty());
  }
}
