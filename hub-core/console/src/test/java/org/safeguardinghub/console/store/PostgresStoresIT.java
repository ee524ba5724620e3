package org.safeguardinghub.console.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.ChangeSignal;
import org.safeguardinghub.console.alert.Decision;
import org.safeguardinghub.console.alert.DeliveryLine;
import org.safeguardinghub.console.alert.EventDetail;
import org.safeguardinghub.console.alert.FeedExpectations;
import org.safeguardinghub.console.alert.FeedLine;
import org.safeguardinghub.console.alert.Glass;
import org.safeguardinghub.console.alert.HandlingRule;
import org.safeguardinghub.console.alert.ListChoices;
import org.safeguardinghub.console.alert.ListFilter;
import org.safeguardinghub.console.alert.ListOrder;
import org.safeguardinghub.console.alert.Minutes;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.alert.RunningClock;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.alert.Shelf;
import org.safeguardinghub.console.audit.AccessLog;
import org.safeguardinghub.console.audit.AuditTrail;
import org.safeguardinghub.console.audit.ChainCheck;
import org.safeguardinghub.console.audit.CheckpointKey;
import org.safeguardinghub.console.audit.HashChain;
import org.safeguardinghub.console.codec.EventCodec;
import org.safeguardinghub.console.codec.SentCodec;
import org.safeguardinghub.console.codec.StoredValues;
import org.safeguardinghub.console.outbox.DirectoryPublication;
import org.safeguardinghub.console.outbox.Outbox;
import org.safeguardinghub.console.outbox.OutboxPublisher;
import org.safeguardinghub.console.outbox.SilenceCheck;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.console.projection.Projector;
import org.safeguardinghub.console.projection.TopicFollower;
import org.safeguardinghub.console.projection.Undelivered;
import org.safeguardinghub.console.referral.IntakeDoor;
import org.safeguardinghub.console.referral.Kept;
import org.safeguardinghub.console.signin.Account;
import org.safeguardinghub.console.signin.Secrets;
import org.safeguardinghub.console.signin.Session;
import org.safeguardinghub.console.signin.SignInStore;
import org.safeguardinghub.console.testing.MemoryAlerts;
import org.safeguardinghub.console.testing.Records;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.console.testing.TestDatabase;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.event.DecayedLoad;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.kernel.topics.Topic;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AccessAuditRecord;
import org.safeguardinghub.schemas.AlertActionKind;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.AlertStateCode;
import org.safeguardinghub.schemas.Channel;
import org.safeguardinghub.schemas.DirectoryEntryRecord;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.IdentityDecisionKind;
import org.safeguardinghub.schemas.IdentityRulingRecord;
import org.safeguardinghub.schemas.LoadRecord;
import org.safeguardinghub.schemas.PersonRecord;

/**
 * The PostgreSQL side on a real server, as the role that the console has; topics are Kafka's own
 * mock clients.
 */
final class PostgresStoresIT {
  private static final LeadDirectory DIRECTORY = DirectoryFile.shipped();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 24);

  private static final TestDatabase DATABASE = TestDatabase.start();

  private final Transactions transactions = new Transactions(DATABASE.asConsole());
  private final AvroSerdes serdes =
      AvroSerdes.of(Map.of("schema.registry.url", "mock://console", "specific.avro.reader", true));
  private final StoredValues values = new StoredValues(serdes);
  private final Records records = new Records(serdes);
  private final PostgresAlertStore alerts =
      new PostgresAlertStore(transactions, values, FeedExpectations.none());
  private final Outbox outbox = new Outbox(transactions);
  private final Projector projector = new Projector(values);
  private final Undelivered undelivered =
      new Undelivered(values, outbox, serdes.serializer(AlertActionRecord.class));

  @AfterAll
  static void stop() {
    DATABASE.close();
  }

  @Test
  void aSilenceIsToldOnceAndItsEndOnceAfterAnyRestart() {
    Instant noon = Samples.NOW;
    Instant heard = noon.minus(Duration.ofHours(20));
    Instant late = noon.plus(Duration.ofHours(5));
    assertThat(watched(police(heard, heard.minus(Duration.ofDays(30)), noon), noon))
        .as("what was never watched before is given its time")
        .isEmpty();
    assertThat(watched(police(heard, heard, late), late)).isEmpty();
    assertThat(
            watched(
                police(noon, heard, noon.plus(Duration.ofDays(1))), noon.plus(Duration.ofDays(1))))
        .isEmpty();

    Instant later = noon.plus(Duration.ofHours(25));
    String id = "silent/fablewick-police/any/" + noon.toEpochMilli();
    assertThat(watched(police(noon, heard, later), later)).containsExactly("FEED_SILENT " + id);
    assertThat(watched(police(noon, heard, later), later)).as("told already").isEmpty();
    Instant third = noon.plus(Duration.ofDays(3));
    assertThat(watched(police(noon, heard, third), third))
        .as("a type of its own is expected every two days")
        .containsExactly("FEED_SILENT silent/fablewick-police/POL-MIS-01/" + noon.toEpochMilli());

    assertThat(watched(police(third, heard, third), third))
        .as("heard again, but not of that type")
        .containsExactly("FEED_HEARD " + id);
    assertThat(watched(police(third, heard, third), third)).isEmpty();
    assertThat(watched(List.of(), third))
        .as("nothing is expected any more")
        .containsExactly("FEED_HEARD silent/fablewick-police/POL-MIS-01/" + noon.toEpochMilli());
  }

  @Test
  void afterAStartConnectorsHaveAMomentBeforeASilenceIsTold() {
    Instant noon = Samples.NOW;
    watched(police(noon, noon, noon), noon);
    Instant back = noon.plus(Duration.ofDays(1)).plusSeconds(60);
    List<FeedLine> stale = police(noon, noon, noon);
    assertThat(watched(stale, back, back)).as("nothing was heard of the connector yet").isEmpty();
    assertThat(watched(stale, back, back.plus(Duration.ofMinutes(11))))
        .as("and it stays away")
        .hasSize(1);
  }

  private List<String> watched(List<FeedLine> feeds, Instant now) {
    return watched(feeds, now.minus(Duration.ofHours(1)), now);
  }

  /** What a console that is up since then tells, having been started anew. */
  private List<String> watched(List<FeedLine> feeds, Instant upSince, Instant now) {
    List<String> told = new ArrayList<>();
    new SilenceCheck(
            transactions,
            outbox,
            (topic, action) -> {
              told.add(action.getKind() + " " + action.getAlertId());
              return new byte[] {2};
            },
            upSince)
        .look(feeds, now);
    return told;
  }

  private static List<FeedLine> police(Instant last, Instant missing, Instant at) {
    return List.of(
        new FeedLine(
            "fablewick-police",
            "api",
            Optional.of(last),
            1,
            0,
            Optional.of(Duration.ofDays(1)),
            List.of(
                new FeedLine.TypeLine(
                    "POL-MIS-01", Optional.of(missing), Optional.of(Duration.ofDays(2)))),
            at));
  }

  @BeforeEach
  void empty() {
    transactions.run(
        sql -> {
          Projector.forget(sql);
          for (String table :
              List.of(
                  "outbox",
                  "feed_watch",
                  "action",
                  "account",
                  "session",
                  "sign_in_failure",
                  "directory_published")) {
            sql.update("delete from console." + table);
          }
          sql.update("update console.audit_head set hash = '', since_checkpoint = 0");
        });
  }

  private static Reader reader(String person) {
    return Reader.of(DIRECTORY, person);
  }

  private void apply(Topic topic, String key, byte[] value) {
    transactions.run(sql -> projector.apply(sql, topic.name(), key, value));
  }

  private void alert(AlertRecord record) {
    apply(Topics.ALERTS, "child/c-1", records.alert(record));
  }

  @Test
  void whatWasAgreedComesFromTheTopicToItsRowsAndIsOverdueUntilItIsMarked() {
    Instant due = Instant.parse("2026-03-24T09:00:00Z");
    alert(Records.planned("a-1", "mash-manager", "p-mash-manager", 2, due, false));
    alert(Records.planned("a-2", "dsl", "p-dsl-tumbledown", 2, due.plusSeconds(60), false));
    alert(Records.planned("a-3", "mash-manager", "p-mash-manager", 2, due, true));

    assertThat(overdue("p-mash-manager", due.plusSeconds(1))).containsExactly("a-1");
    assertThat(overdue("p-mash-manager", due)).isEmpty();
    assertThat(overdue("p-dsl-tumbledown", due.plusSeconds(90))).containsExactly("a-2");
    assertThat(alerts.overduePlans(Set.of("dsl", "mash-manager"), due.plusSeconds(90)))
        .extracting(Alert::id)
        .containsExactly("a-1", "a-2");

    alert(Records.planned("a-1", "mash-manager", "p-mash-manager", 3, due, true));
    assertThat(overdue("p-mash-manager", due.plusSeconds(1))).isEmpty();
    Minutes minutes = alerts.find("a-1").orElseThrow().minutes();
    assertThat(minutes.plan().getFirst().outcome().orElseThrow().done()).isTrue();
    assertThat(minutes.sharing().getFirst().basis()).isEqualTo("DETRIMENT");
  }

  @Test
  void whatIsAgreedIsListedForWhomItIsForUntilItIsMarked() {
    Instant due = Instant.parse("2026-03-24T09:00:00Z");
    AlertRecord open = Records.planned("a-1", "mash-manager", "p-mash-manager", 2, due, false);
    alert(open);
    alert(Records.planned("a-2", "mash-manager", "p-mash-manager", 2, due, true));
    Alert shown = values.alert(records.alert(open));

    for (Person person : DIRECTORY.persons()) {
      Reader reader = reader(person.id());
      assertThat(alerts.toDo(reader, 10))
          .extracting(Alert::id)
          .as(person.id())
          .isEqualTo(reader.toDo(shown).isEmpty() ? List.of() : List.of("a-1"));
    }
    assertThat(DIRECTORY.persons().stream().map(Person::id))
        .anyMatch(person -> !reader(person).toDo(shown).isEmpty())
        .anyMatch(person -> reader(person).toDo(shown).isEmpty());
  }

  private List<String> overdue(String person, Instant now) {
    return alerts.overduePlans(reader(person), now).stream().map(Alert::id).toList();
  }

  private static void await(BooleanSupplier done) {
    long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(until);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  @Test
  void theListHoldsExactlyWhatItsReaderMayOpenInTheOrderOfUrgency() {
    List<String> people = DIRECTORY.persons().stream().map(Person::id).toList();
    List<Alert> all = new ArrayList<>();
    for (String role :
        List.of("mash-manager", "dsl", "edt", "named-nurse", "duty-desk", "new-role")) {
      for (String person : people) {
        AlertRecord record = Records.alert(role + "-" + person, role, person, 1);
        alert(record);
        all.add(values.alert(records.alert(record)));
      }
    }
    for (String person : people) {
      Reader reader = reader(person);
      List<String> expected =
          all.stream().filter(a -> reader.mayOpen(a.owner())).map(Alert::id).sorted().toList();
      List<Alert> listed = alerts.list(reader, Shelf.WAITING, 0, 1000);
      assertThat(listed)
          .extracting(Alert::id)
          .as(person)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(listed).isSortedAccordingTo((a, b) -> a.severity().compareTo(b.severity()));
      assertThat(alerts.counts(reader, ListFilter.of(Shelf.WAITING), Instant.EPOCH))
          .containsEntry(Shelf.WAITING, expected.size());
    }
    Reader whole = reader("p-mash-manager");
    Alert one = alerts.list(whole, Shelf.WAITING, 0, 1).getFirst();
    for (String concern : one.concerns()) {
      Reader inConflict =
          new Reader(
              whole.personId(),
              whole.roles(),
              whole.seats(),
              whole.sharedSeats(),
              Set.of(concern),
              whole.desks());
      List<String> expected =
          alerts.list(whole, Shelf.WAITING, 0, 1000).stream()
              .filter(alert -> !inConflict.inConflictWith(alert))
              .map(Alert::id)
              .toList();
      assertThat(alerts.list(inConflict, Shelf.WAITING, 0, 1000))
          .extracting(Alert::id)
          .as("in conflict with %s", concern)
          .containsExactlyElementsOf(expected)
          .doesNotContain(one.id());
    }
  }

  @Test
  void aCopyIsListedForItsRoleWhileSomebodyWorksOnTheAlert() {
    List<Alert> all = new ArrayList<>();
    for (String desk :
        List.of("dsl@tumbledown-primary", "dsl@quillmarsh-academy", "named-nurse", "edt")) {
      for (AlertStateCode state :
          List.of(AlertStateCode.OPEN, AlertStateCode.ACKNOWLEDGED, AlertStateCode.CLOSED)) {
        for (boolean open : List.of(true, false)) {
          AlertRecord record =
              Records.copied(desk + "-" + state + open, "mash-manager", desk, state, open);
          alert(record);
          all.add(values.alert(records.alert(record)));
        }
      }
    }
    for (Person person : DIRECTORY.persons()) {
      Reader reader = reader(person.id());
      assertThat(alerts.copies(reader, 100))
          .extracting(Alert::id)
          .as(person.id())
          .containsExactlyInAnyOrderElementsOf(
              all.stream()
                  .filter(one -> one.live() && reader.copyOf(one).isPresent())
                  .map(Alert::id)
                  .toList());
    }
    assertThat(alerts.copies(reader("p-dsl-tumbledown"), 100))
        .extracting(Alert::id)
        .containsExactlyInAnyOrder(
            "dsl@tumbledown-primary-OPENtrue", "dsl@tumbledown-primary-ACKNOWLEDGEDtrue");
    assertThat(alerts.copies(reader("p-dsl-tumbledown"), 1)).hasSize(1);
  }

  @Test
  void everyListIsWhatItsFilterAdmitsInItsOrderAndItsCountsAreTrue() {
    Random random = new Random(7);
    Instant now = Instant.parse("2026-03-24T10:15:00Z");
    List<Alert> all = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      AlertRecord record = Records.anyAlert(random, "a-" + i, now);
      alert(record);
      all.add(values.alert(records.alert(record)));
    }
    Map<String, DecayedLoad> loads = new HashMap<>();
    for (String child : Records.TOLD_OF.subList(0, 5)) { // nothing is known of the last
      LoadRecord load = Records.anyLoad(random, now);
      apply(Topics.SUBJECTS, "child/" + child, records.loaded(child, load));
      loads.put("child/" + child, EventCodec.load(load));
    }
    int found = 0;
    for (int i = 0; i < 100; i++) {
      Reader reader = reader(Records.pick(random, Records.LEADS));
      ListFilter filter = anyFilter(random);
      ListOrder order = Records.pick(random, List.of(ListOrder.values()));
      List<String> expected =
          all.stream()
              .filter(a -> reader.mayOpen(a.owner()) && filter.admits(a, reader, now))
              .sorted(
                  order.comparator(
                      a ->
                          loads
                              .getOrDefault(a.subject().typed(), DecayedLoad.NOTHING)
                              .on(now, handling -> HandlingRule.maySee(handling, reader))))
              .map(Alert::id)
              .toList();
      List<String> listed = new ArrayList<>();
      for (int from = 0; from <= expected.size(); from += 7) {
        alerts.list(reader, filter, order, now, from, 7).forEach(a -> listed.add(a.id()));
      }
      assertThat(listed).as("%s %s %s", reader.personId(), filter, order).isEqualTo(expected);
      assertThat(alerts.counts(reader, filter, now)).containsEntry(filter.shelf(), expected.size());
      assertThat(alerts.census(reader).counts())
          .isEqualTo(alerts.counts(reader, ListFilter.of(filter.shelf()), now));
      found += expected.size();
    }
    assertThat(found).as("the filters choose something").isGreaterThan(100);
  }

  private static ListFilter anyFilter(Random random) {
    return new ListFilter(
        Records.pick(random, List.of(Shelf.values())),
        sometimes(random, List.of(Severity.values())),
        sometimes(random, List.of(ListFilter.Due.values())),
        sometimes(random, Records.PATTERNS),
        sometimes(random, Records.AGENCIES),
        random.nextInt(6) == 0);
  }

  private static <T> Optional<T> sometimes(Random random, List<T> from) {
    return random.nextInt(4) == 0 ? Optional.of(Records.pick(random, from)) : Optional.empty();
  }

  @Test
  void othersAboutTheSamePeopleComeWithWhatIsWorkedOnFirst() {
    Random random = new Random(3);
    Instant now = Instant.parse("2026-03-24T10:15:00Z");
    List<Alert> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      AlertRecord record = Records.anyAlert(random, "a-" + i, now);
      alert(record);
      all.add(values.alert(records.alert(record)));
    }
    MemoryAlerts naive = new MemoryAlerts();
    all.forEach(naive::put);
    for (Alert one : all) {
      assertThat(alerts.others(one, 7))
          .extracting(Alert::id)
          .as(one.id())
          .containsExactlyElementsOf(naive.others(one, 7).stream().map(Alert::id).toList());
    }
    assertThat(alerts.others(all.getFirst(), 100)).hasSizeBetween(2, 58);
  }

  @Test
  void aListThatIsReadAgainShowsWhatHasBecomeOfItsAlertsMeanwhile() {
    Random random = new Random(11);
    Instant now = Instant.parse("2026-03-24T10:15:00Z");
    for (int round = 0; round < 30; round++) {
      AlertRecord record =
          AlertRecord.newBuilder(Records.anyAlert(new Random(round), "a-" + random.nextInt(3), now))
              .setOwner(Records.alert("a-0", "mash-manager", "p-mash-manager", 1).getOwner())
              .setState(AlertStateCode.OPEN)
              .setVersion(round / 2) // a picture may be written again under its number
              .build();
      alert(record);
      Alert written = values.alert(records.alert(record));
      Reader owner = reader(written.owner().personId());
      List<Alert> listed =
          alerts.together(
              view -> view.list(owner, ListFilter.of(Shelf.WAITING), ListOrder.URGENT, now, 0, 10));
      assertThat(listed).as("round %d", round).contains(written);
    }
  }

  @Test
  void aListCanBeChosenByWhatStandsAndByWhoReportedWhatTheReaderMaySee() {
    alert(Records.reported("a-1", "P03", "fablewick-nhs", HandlingClassCode.H1));
    alert(Records.reported("a-2", "P11", "fablewick-police", HandlingClassCode.H3));

    ListChoices choices = alerts.census(reader("p-mash-manager")).choices();

    assertThat(choices.patterns()).containsOnlyKeys("P03", "P11");
    assertThat(choices.agencies()).containsExactly("fablewick-nhs");
    assertThat(alerts.census(reader("p-dsl-tumbledown")).choices().patterns()).isEmpty();
  }

  @Test
  void aReferralIsKeptOnceSealedAndItsWordsGoWhenTheIntakeHasThem() {
    PostgresReferralStore store = new PostgresReferralStore(transactions);
    Kept first = referral("r-1", Optional.of(Records.sealed("reason", "referral/r-1")));
    assertThat(store.keep(first)).isTrue();
    assertThat(store.keep(first)).isFalse();
    assertThat(store.find("r-1", "p-1")).contains(first);
    assertThat(store.find("r-1", "p-2")).as("another's").isEmpty();
    assertThat(store.waiting(9)).containsExactly(first);

    Kept refused =
        new Kept(
            first.id(),
            first.agency(),
            first.personId(),
            first.madeAt(),
            0,
            first.type(),
            first.content(),
            new Kept.Status.Refused(
                new IntakeDoor.Refusal("q-1", "TIME", "IN_FUTURE", "/occurredAt", "a date")));
    assertThat(store.replace(first, refused)).isTrue();
    assertThat(store.replace(first, refused)).as("it waits no longer").isFalse();
    assertThat(store.of("p-1", 9)).containsExactly(refused);
    assertThat(store.waiting(9)).isEmpty();

    Kept received = referral("r-2", Optional.empty());
    assertThatThrownBy(() -> store.keep(received)).as("nothing to send").isNotNull();
  }

  private static Kept referral(String id, Optional<Sealed> content) {
    return new Kept(
        id,
        "heron-house",
        "p-1",
        Instant.parse("2026-03-24T09:00:00Z"),
        0,
        "HOM-MIS-01",
        content,
        new Kept.Status.Waiting());
  }

  @Test
  void anOlderPictureNeverReplacesANewerOne() {
    alert(Records.alert("a-1", "mash-manager", "p-mash-manager", 3));
    alert(Records.alert("a-1", "edt", "p-edt", 2));

    assertThat(alerts.find("a-1").orElseThrow().version()).isEqualTo(3);
    assertThat(alerts.list(reader("p-edt"), Shelf.WAITING, 0, 10)).isEmpty();
  }

  @Test
  void anEventIsReadFromTheChildsOwnRecordAndGoesWithAMove() {
    apply(
        Topics.SUBJECT_EVENTS,
        "household/h1|ATTRIBUTED_EVENT|e1",
        records.event("HOUSEHOLD", "h1", "e1", "EDU-PROT-01", false));
    apply(
        Topics.SUBJECT_EVENTS,
        "child/c-1|ATTRIBUTED_EVENT|e1",
        records.event("CHILD", "c-1", "e1", "EDU-PROT-01", true));
    assertThat(alerts.events(List.of("e1"), List.of("c-1")))
        .singleElement()
        .satisfies(e -> assertThat(e.narrative()).isPresent());
    assertThat(alerts.protective(List.of("c-1"), List.of("EDU-PROT-01"))).hasSize(1);

    apply(Topics.SUBJECT_EVENTS, "child/c-1|MOVED|m1", records.movedOut("c-1", "c-2", "e1"));
    assertThat(alerts.protective(List.of("c-1"), List.of("EDU-PROT-01"))).isEmpty();
    assertThat(alerts.protective(List.of("c-2"), List.of("EDU-PROT-01"))).hasSize(1);

    transactions.run(
        sql ->
            projector.remove(sql, Topics.SUBJECT_EVENTS.name(), "child/c-1|ATTRIBUTED_EVENT|e1"));
    assertThat(alerts.protective(List.of("c-2"), List.of("EDU-PROT-01"))).isEmpty();
  }

  @Test
  void ofSeveralRowsOfOneEventTheReadersChildAndTheSettledOneComeFirst() {
    apply(
        Topics.SUBJECT_EVENTS,
        "child/c-9|ATTRIBUTED_EVENT|e1.0",
        records.event("CHILD", "c-9", "e1", "EDU-PHY-01", false));
    apply(
        Topics.SUBJECT_EVENTS,
        "child/c-1|ATTRIBUTED_EVENT|e1.1",
        records.event("CHILD", "c-1", "e1", "EDU-PHY-01", true));
    apply(
        Topics.SUBJECT_EVENTS,
        "child/c-1|ATTRIBUTED_EVENT|e1.0.unconfirmed",
        records.event("CHILD", "c-1", "e1", "EDU-PHY-01", false));

    assertThat(alerts.events(List.of("e1"), List.of("c-1")))
        .singleElement()
        .satisfies(e -> assertThat(e.narrative()).isPresent());
    assertThat(alerts.events(List.of("e1"), List.of("c-9")))
        .singleElement()
        .satisfies(e -> assertThat(e.narrative()).isEmpty());
  }

  @Test
  void namesComeFromSettledLinksFirst() {
    apply(
        Topics.IDENTITY_LINKS,
        "p1",
        records.link("p1", "c-1", false, "2026-03-02T00:00:00Z", "unsettled"));
    apply(
        Topics.IDENTITY_LINKS,
        "p2",
        records.link("p2", "c-1", true, "2026-03-01T00:00:00Z", "settled"));

    assertThat(alerts.claims(List.of("c-1", "c-9")).get("c-1"))
        .extracting(Sealed::associatedId)
        .containsExactly("settled", "unsettled");
  }

  @Test
  void whenAWallGoesUpWhatWasDecidedBeforeIsForTheStewardsOfProtectedIdentities() {
    PostgresIdentityStore identity =
        new PostgresIdentityStore(
            transactions, values, alerts, outbox, serdes.serializer(IdentityRulingRecord.class));
    apply(Topics.IDENTITY_LEDGER, "c-1", records.decision("d1", IdentityDecisionKind.LINKED));
    assertThat(identity.decided(false, 9)).hasSize(1);
    apply(
        Topics.IDENTITY_LEDGER, "c-1", records.decision("d2", IdentityDecisionKind.ADOPTION_WALL));
    assertThat(identity.decided(false, 9)).isEmpty();
    assertThat(identity.decided(true, 9)).hasSize(2);
    assertThat(identity.decision("d1").orElseThrow().protectedIdentity()).isTrue();
  }

  @Test
  void deliveriesTasksAndFeedsKeepTheirLatestState() {
    apply(Topics.DELIVERIES, "a-1", records.delivery("n1", "a-1", "FAILED_WILL_RETRY", 1));
    apply(Topics.DELIVERIES, "a-1", records.delivery("n1", "a-1", "DELIVERED", 2));
    assertThat(alerts.deliveries("a-1"))
        .singleElement()
        .satisfies(d -> assertThat(d.attempt()).isEqualTo(2));

    apply(Topics.IDENTITY_TASKS, "t1", records.task("t1", true));
    apply(Topics.IDENTITY_TASKS, "t2", records.task("t2", true));
    apply(Topics.IDENTITY_TASKS, "t1", records.task("t1", false));
    assertThat(alerts.openIdentityTasks()).isEqualTo(1);

    apply(Topics.FEED_HEALTH, "fablewick-police", records.feed("fablewick-police", 4));
    apply(Topics.FEED_HEALTH, "fablewick-police", records.feed("fablewick-police", 5));
    assertThat(alerts.feeds())
        .singleElement()
        .satisfies(f -> assertThat(f.accepted()).isEqualTo(5));
  }

  @Test
  void eachChannelKeepsItsOwnOutcome() {
    apply(Topics.DELIVERIES, "a-1", records.delivery("n1", "a-1", "NEXT_CHANNEL", 1));
    apply(
        Topics.DELIVERIES,
        "a-1",
        records.delivery("n1", "a-1", Channel.TEXT, "DELIVERED", 2, null));

    assertThat(alerts.deliveries("a-1"))
        .extracting(DeliveryLine::channel, DeliveryLine::outcome)
        .containsExactly(
            tuple(DeliveryLine.Channel.EMAIL, DeliveryLine.Outcome.NEXT_CHANNEL),
            tuple(DeliveryLine.Channel.TEXT, DeliveryLine.Outcome.DELIVERED));
  }

  @Test
  void anAlertHearsOnceOfANoticeThatReachedNobodyAlsoWhereItsPictureComesLater() {
    byte[] lost = records.delivery("n1", "a-1", Channel.EMAIL, "UNDELIVERABLE", 3, "smtp-550");
    apply(Topics.DELIVERIES, "a-1", records.delivery("n2", "a-1", "DELIVERED", 1));
    apply(Topics.DELIVERIES, "a-1", lost);
    transactions.run(undelivered::passOn);
    assertThat(waitingActions()).isEmpty();

    alert(Records.alert("a-1", "mash-manager", "p-mash-manager", 1));
    transactions.run(undelivered::passOn);
    apply(Topics.DELIVERIES, "a-1", lost);
    transactions.run(undelivered::passOn);
    transactions.run(Projector::forget);
    alert(Records.alert("a-1", "mash-manager", "p-mash-manager", 1));
    apply(Topics.DELIVERIES, "a-1", lost);
    transactions.run(undelivered::passOn);

    assertThat(waitingActions())
        .singleElement()
        .satisfies(
            action -> {
              assertThat(action.getActionId()).isEqualTo("undelivered/n1");
              assertThat(action.getKind()).isEqualTo(AlertActionKind.UNDELIVERED);
              assertThat(action.getPersonId()).contains("p-mash-manager");
              assertThat(action.getProviderCode()).contains("smtp-550");
              assertThat(action.getSubject().getRef()).isEqualTo("c-1");
            });
  }

  private List<AlertActionRecord> waitingActions() {
    return transactions.call(
        sql ->
            sql.query(
                "select record_value from console.outbox where topic = 'alert-actions.v1'",
                row ->
                    serdes
                        .deserializer(AlertActionRecord.class)
                        .deserialize("alert-actions.v1", row.getBytes(1))));
  }

  @Test
  void clocksRunForTheSubjectAndForWhomItConcerns() {
    apply(Topics.SUBJECTS, "child/c-1", records.subject("c-1", "An old one", "A visit"));
    apply(Topics.SUBJECTS, "child/c-1", records.subject("c-1", "A visit", "A conference"));
    apply(Topics.SUBJECTS, "child/c-9", records.subject("c-9", "Another child's"));
    Alert alert = values.alert(records.alert(Records.alert("a-1", "mash-manager", "p-1", 1)));
    assertThat(alert.personsConcerned()).containsExactly("c-1");
    assertThat(alerts.clocks(alert))
        .extracting(RunningClock::what)
        .containsExactly("A visit", "A conference");
    transactions.run(sql -> projector.remove(sql, Topics.SUBJECTS.name(), "child/c-1"));
    assertThat(alerts.clocks(alert)).isEmpty();
  }

  @Test
  void theChronologyHoldsEachEventOfItsPersonsOnce() {
    for (String id : List.of("e1", "e2")) {
      apply(
          Topics.SUBJECT_EVENTS,
          "child/c-1|EVENT|" + id,
          records.event("CHILD", "c-1", id, "EDU-PHY-01", true));
    }
    apply(
        Topics.SUBJECT_EVENTS,
        "child/c-1|EVENT|e1.unconfirmed",
        records.event("CHILD", "c-1", "e1", "EDU-PHY-01", false));
    apply(
        Topics.SUBJECT_EVENTS,
        "child/c-9|EVENT|e9",
        records.event("CHILD", "c-9", "e9", "EDU-PHY-01", true));

    assertThat(alerts.chronology(List.of("c-1")))
        .extracting(EventDetail::eventId, event -> event.narrative().isPresent())
        .containsExactly(tuple("e1", true), tuple("e2", true));
  }

  @Test
  void othersAtHomeAreThoseOfTheHouseholdsThatAChildHasNotLeft() {
    apply(Topics.SUBJECTS, "child/c-1", records.livingIn("c-1", "h-now", "h-left"));
    apply(Topics.SUBJECTS, "household/h-now", records.household("h-now", "c-1", "c-2", "c-3"));
    apply(Topics.SUBJECTS, "household/h-left", records.household("h-left", "c-4"));

    assertThat(alerts.othersAtHome(List.of("c-1"))).isEqualTo(2);
    assertThat(alerts.othersAtHome(List.of("c-1", "c-2"))).isEqualTo(1);
    assertThat(alerts.othersAtHome(List.of("c-9"))).isZero();
  }

  @Test
  void theFollowerKeepsItsPlaceWithTheRowsAndPassesOverWhatCannotBeRead() throws Exception {
    ChangeSignal signal = new ChangeSignal();
    List<String> told = new ArrayList<>();
    signal.listen(
        changes -> changes.forEach(c -> told.add(c.alert().id() + " v" + c.alert().version())));
    byte[] first = records.alert(Records.alert("a-1", "mash-manager", "p-mash-manager", 1));
    byte[] second = records.alert(Records.alert("a-1", "mash-manager", "p-mash-manager", 2));

    try (TopicFollower follower =
        follow(signal, List.of(first, new byte[] {9, 9, 9}, brokenOff(first)))) {
      assertThat(follower.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
    }
    try (TopicFollower follower =
        follow(signal, List.of(first, new byte[] {9, 9, 9}, brokenOff(first), second))) {
      assertThat(follower.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
    }

    assertThat(told).containsExactly("a-1 v1", "a-1 v2");
    assertThat(alerts.find("a-1").orElseThrow().version()).isEqualTo(2);
  }

  private static byte[] brokenOff(byte[] record) {
    return Arrays.copyOf(record, record.length - 5);
  }

  private TopicFollower follow(ChangeSignal signal, List<byte[]> onTopic) {
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    TopicPartition partition = new TopicPartition(Topics.ALERTS.name(), 0);
    Map<TopicPartition, Long> begins = new HashMap<>();
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (Topic topic :
        List.of(
            Topics.ALERTS,
            Topics.SUBJECT_EVENTS,
            Topics.IDENTITY_LINKS,
            Topics.DELIVERIES,
            Topics.IDENTITY_TASKS,
            Topics.IDENTITY_LEDGER,
            Topics.FEED_HEALTH,
            Topics.SUBJECTS)) {
      IntStream.range(0, topic.partitions())
          .forEach(
              i -> {
                begins.put(new TopicPartition(topic.name(), i), 0L);
                ends.put(new TopicPartition(topic.name(), i), 0L);
              });
    }
    ends.put(partition, (long) onTopic.size());
    consumer.updateBeginningOffsets(begins);
    consumer.updateEndOffsets(ends);
    consumer.schedulePollTask(
        () -> {
          for (int i = (int) consumer.position(partition); i < onTopic.size(); i++) {
            consumer.addRecord(
                new ConsumerRecord<>(partition.topic(), 0, i, "child/c-1", onTopic.get(i)));
          }
        });
    TopicFollower follower =
        new TopicFollower(consumer, transactions, projector, undelivered, signal);
    follower.start();
    return follower;
  }

  @Test
  void anActionIsPublishedExactlyOnceAsItWasStored() throws Exception {
    PostgresActionStore actions =
        new PostgresActionStore(transactions, outbox, serdes.serializer(AlertActionRecord.class));
    SentAction action =
        new SentAction(
            "action-1",
            "a-1",
            SubjectRef.child("c-1"),
            "p-mash-manager",
            3,
            Instant.parse("2026-03-24T10:15:00Z"),
            new SentAction.What.Acknowledged(
                Decision.NEED_MORE, Records.sealed("reason", "action-1")));

    assertThat(actions.record(action)).isTrue();
    assertThat(actions.record(action)).isFalse();
    assertThat(actions.lastAnswer("a-1", "p-mash-manager").orElseThrow().confirmed()).isFalse();

    MockProducer<String, byte[]> producer = producer();
    try (OutboxPublisher publisher = new OutboxPublisher(outbox, producer)) {
      publisher.start();
      await(() -> actions.lastAnswer("a-1", "p-mash-manager").orElseThrow().confirmed());
    }
    ProducerRecord<String, byte[]> sent = producer.history().getFirst();
    assertThat(producer.history()).hasSize(1);
    assertThat(sent.topic()).isEqualTo("alert-actions.v1");
    assertThat(sent.key()).isEqualTo("child/c-1");
    AlertActionRecord record =
        serdes.deserializer(AlertActionRecord.class).deserialize(sent.topic(), sent.value());
    assertThat(record.getActionId()).isEqualTo("action-1");
    assertThat(record.getExpectedVersion()).contains(3L);
    assertThat(record.getDecision().orElseThrow().name()).isEqualTo("NEED_MORE");
    assertThat(record.getReason()).isPresent();
  }

  private static MockProducer<String, byte[]> producer() {
    return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  }

  @Test
  void readersAtTheSameTimeStillMakeOneUnbrokenChain(@TempDir Path folder) throws Exception {
    CheckpointKey.ensure(folder.resolve("key"), folder.resolve("pub"));
    PostgresAuditTrail trail =
        new PostgresAuditTrail(
            transactions,
            outbox,
            serdes.serializer(AccessAuditRecord.class),
            CheckpointKey.load(folder.resolve("key")),
            () -> Instant.parse("2026-03-24T10:15:00.123456Z"),
            () -> UUID.randomUUID().toString());
    List<Thread> readers =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    Thread.startVirtualThread(
                        () -> {
                          for (int j = 0; j < 30; j++) {
                            trail.write("p-" + i, AuditTrail.Action.OPENED, "alert", "a-" + j);
                          }
                        }))
            .toList();
    for (Thread reader : readers) {
      reader.join();
    }
    List<HashChain.Link> links =
        transactions.call(
            sql ->
                sql.query(
                    "select record_value from console.outbox order by id",
                    row ->
                        SentCodec.audited(
                            serdes
                                .deserializer(AccessAuditRecord.class)
                                .deserialize(Topics.ACCESS_AUDIT.name(), row.getBytes(1)))));
    ChainCheck check =
        new ChainCheck(CheckpointKey.loadPublic(folder.resolve("pub")), Instant.now());
    links.forEach(check::next);
    String end =
        transactions
            .call(sql -> sql.one("select hash from console.audit_head", row -> row.getString(1)))
            .orElseThrow();
    ChainCheck.Verdict verdict = check.verdict(end);
    assertThat(trail.of("alert", "a-7"))
        .extracting(AccessLog.Access::actor)
        .containsExactlyInAnyOrder("p-0", "p-1", "p-2", "p-3");
    assertThat(verdict.faults()).isEmpty();
    assertThat(verdict.records()).isEqualTo(121);
    assertThat(verdict.checkpoints()).isEqualTo(1);
  }

  @Test
  void aRecordThatCannotBeWrittenFailsLoudlyAndTakesNobodyElsesAlong(@TempDir Path folder)
      throws Exception {
    CheckpointKey.ensure(folder.resolve("key"), folder.resolve("pub"));
    PostgresAuditTrail trail =
        new PostgresAuditTrail(
            transactions,
            outbox,
            serdes.serializer(AccessAuditRecord.class),
            CheckpointKey.load(folder.resolve("key")),
            () -> Instant.parse("2026-03-24T10:15:00Z"),
            () -> UUID.randomUUID().toString());
    Map<Integer, Throwable> failed = new java.util.concurrent.ConcurrentHashMap<>();
    List<Thread> readers =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    Thread.ofVirtual()
                        .uncaughtExceptionHandler((thread, failure) -> failed.put(i, failure))
                        .start(
                            () ->
                                trail.write(
                                    "p-" + i,
                                    AuditTrail.Action.OPENED,
                                    "alert",
                                    i == 7 ? "no text \u0000" : "a-together")))
            .toList();
    for (Thread reader : readers) {
      reader.join();
    }
    assertThat(failed).containsOnlyKeys(7);
    assertThat(trail.of("alert", "a-together")).hasSize(29);
  }

  @Test
  void whatWasOpenedWithAReasonIsOpenForItsTimeToldOnceAndReviewedOnce() {
    PostgresGlassStore store =
        new PostgresGlassStore(transactions, outbox, serdes.serializer(AlertActionRecord.class));
    Instant at = Instant.parse("2026-03-24T10:15:00Z");
    Alert alert = values.alert(records.alert(Records.alert("a-g", "edt", "p-edt", 3)));
    Glass glass =
        new Glass(
            "g-1",
            "a-g",
            "p-named-nurse",
            Samples.sealed("the child is here"),
            at,
            at.plusSeconds(3600),
            Optional.empty());
    SentAction told =
        SentAction.on(alert, "g-1", "p-named-nurse", at, new SentAction.What.BrokeGlass());

    assertThat(store.open(glass, told)).isTrue();
    assertThat(store.open(glass, told)).as("the same form twice").isFalse();
    Optional<Integer> sent =
        transactions.call(
            sql -> sql.one("select count(*) from console.outbox", row -> row.getInt(1)));
    assertThat(sent).contains(1);
    assertThat(store.openTo("p-named-nurse", "a-g", at.plusSeconds(3599))).isPresent();
    assertThat(store.openTo("p-named-nurse", "a-g", at.plusSeconds(3600))).isEmpty();
    assertThat(store.openTo("p-worker", "a-g", at)).isEmpty();
    assertThat(store.find("g-1").orElseThrow().review()).isEmpty();

    Glass.Review review =
        new Glass.Review(
            "p-governance", Glass.Outcome.JUSTIFIED, Samples.sealed("right"), at.plusSeconds(60));
    assertThat(store.review("g-1", review)).isTrue();
    assertThat(store.review("g-1", review)).as("reviewed before").isFalse();
    assertThat(store.all(5))
        .extracting(one -> one.review().map(Glass.Review::outcome))
        .containsExactly(Optional.of(Glass.Outcome.JUSTIFIED));
  }

  @Test
  void theDirectoryIsPublishedOnceAndOnlyItsDifferencesAfterwards() throws Exception {
    HubKeys keys = HubKeys.generate();
    DirectoryPublication publication =
        new DirectoryPublication(
            transactions, outbox, serdes.serializer(DirectoryEntryRecord.class), keys);

    assertThat(publication.publish(DIRECTORY, DAY))
        .isEqualTo(DIRECTORY.persons().size() + DIRECTORY.roles().size());
    assertThat(publication.publish(DIRECTORY, DAY)).isZero();

    Person renamed = new Person("p-edt", "sorrel.nightingale", "Sorrel Nightingale-Frost");
    List<Person> persons =
        DIRECTORY.persons().stream()
            .filter(p -> !p.id().equals("p-analyst"))
            .map(p -> p.id().equals("p-edt") ? renamed : p)
            .toList();
    LeadDirectory changed =
        new LeadDirectory(
            DIRECTORY.effectiveFrom(),
            DIRECTORY.area(),
            DIRECTORY.mailDomain(),
            DIRECTORY.agencies(),
            persons,
            DIRECTORY.roles());
    assertThat(publication.publish(changed, DAY)).isEqualTo(2);

    MockProducer<String, byte[]> producer = producer();
    try (OutboxPublisher publisher = new OutboxPublisher(outbox, producer)) {
      publisher.start();
      await(() -> waiting() == 0);
    }
    ProducerRecord<String, byte[]> last = producer.history().getLast();
    assertThat(last.key()).isEqualTo("person:p-analyst");
    assertThat(last.value()).isNull();
    DirectoryEntryRecord entry =
        serdes
            .deserializer(DirectoryEntryRecord.class)
            .deserialize(
                Topics.DIRECTORY.name(),
                producer.history().get(producer.history().size() - 2).value());
    assertThat(entry.getVersion()).isEqualTo(2);
    assertThat(entry.getEntry())
        .isInstanceOfSatisfying(
            PersonRecord.class,
            person ->
                assertThat(keys.openText(Records.sealed(person.getEmail().orElseThrow())))
                    .isEqualTo("sorrel.nightingale@fablewick.example"));
    assertThat(producer.history())
        .extracting(ProducerRecord::key)
        .contains("role:mash-manager", "role:dsl@tumbledown-primary");
  }

  private int waiting() {
    return transactions.call(
        sql -> sql.one("select count(*) from console.outbox", row -> row.getInt(1)).orElse(-1));
  }

  @Test
  void sessionsAccountsAndFailuresAreKept() {
    PostgresSignInStore store = new PostgresSignInStore(transactions);
    Instant at = Instant.parse("2026-03-24T10:15:00Z");
    assertThat(store.users()).isEmpty();
    store.addAccounts(List.of(new Account("a.b", "p-1", "hash")), () -> {});
    assertThat(store.users()).containsExactly("a.b");
    assertThat(store.account("a.b")).contains(new Account("a.b", "p-1", "hash"));

    Session session =
        new Session(Secrets.digest("id"), "p-1", new Secrets(new SecureRandom()).token(), at, at);
    store.addSession(session);
    store.touch(session.idHash(), at.plusSeconds(60));
    assertThat(store.session(session.idHash()).orElseThrow().seenAt())
        .isEqualTo(at.plusSeconds(60));
    store.removeSessionsBefore(at.plusSeconds(60), at.minusSeconds(1));
    assertThat(store.session(session.idHash())).isEqualTo(Optional.empty());

    store.saveFailures("d", new SignInStore.Failures(1, at));
    store.saveFailures("d", new SignInStore.Failures(2, at));
    assertThat(store.failures("d")).contains(new SignInStore.Failures(2, at));
    store.clearFailures("d");
    assertThat(store.failures("d")).isEmpty();
  }

  @Test
  void anAccountThatCannotBeStoredLeavesNone() {
    PostgresSignInStore store = new PostgresSignInStore(transactions);
    Account account = new Account("a.b", "p-1", "hash");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    store.addAccounts(
                        List.of(account),
                        () -> {
                          throw new IllegalStateException("the disk is full");
                        })))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.users()).isEmpty();
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> store.addAccounts(List.of(account, account), () -> {})))
        .hasMessage("the database refused, SQL state 23505")
        .hasNoCause();
  }
}
