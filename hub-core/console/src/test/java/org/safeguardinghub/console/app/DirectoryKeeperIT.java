package org.safeguardinghub.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.console.codec.StoredValues;
import org.safeguardinghub.console.outbox.ContactCheck;
import org.safeguardinghub.console.outbox.DirectoryPublication;
import org.safeguardinghub.console.outbox.Outbox;
import org.safeguardinghub.console.people.Directories.Change;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Leave;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.console.projection.Projector;
import org.safeguardinghub.console.store.PostgresChildMoves;
import org.safeguardinghub.console.store.PostgresDirectoryStore;
import org.safeguardinghub.console.store.Transactions;
import org.safeguardinghub.console.testing.MemoryAlerts;
import org.safeguardinghub.console.testing.Records;
import org.safeguardinghub.console.testing.TestDatabase;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.IdentityDecisionKind;

/** What becomes of a version of the directory, over the real tables with the real grants. */
final class DirectoryKeeperIT {
  private static final TestDatabase DATABASE = TestDatabase.start();

  private final Transactions transactions = new Transactions(DATABASE.asConsole());
  private final PostgresDirectoryStore store = new PostgresDirectoryStore(transactions);
  private final AvroSerdes serdes =
      AvroSerdes.of(Map.of("schema.registry.url", "mock://keeper", "specific.avro.reader", true));
  private final StoredValues values = new StoredValues(serdes);
  private final MemoryAlerts audit = new MemoryAlerts();
  private final List<Long> accountsFor = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-24T10:15:00Z");

  @AfterAll
  static void stop() {
    DATABASE.close();
  }

  private DirectoryKeeper keeper() {
    return new DirectoryKeeper(
        store,
        new DirectoryPublication(
            transactions,
            new Outbox(transactions),
            (topic, entry) -> new byte[] {1},
            HubKeys.generate()),
        audit,
        directory -> accountsFor.add(store.newest()),
        new ContactCheck(
            transactions,
            new Outbox(transactions),
            (topic, action) -> {
              told.add(action.getKind() + " " + action.getActionId());
              return new byte[] {2};
            }),
        new PostgresChildMoves(transactions, values),
        () -> now);
  }

  private void decided(String id, IdentityDecisionKind kind, String other) {
    transactions.run(
        sql ->
            new Projector(values)
                .apply(
                    sql,
                    Topics.IDENTITY_LEDGER.name(),
                    id,
                    new Records(serdes).decision(id, kind, other)));
  }

  private static LeadDirectory conflicts(LeadDirectory directory, String... conflicts) {
    return directory.withPersons(
        directory.persons().stream()
            .map(
                each ->
                    each.id().equals("p-named-nurse")
                        ? new Person(
                            each.id(),
                            each.user(),
                            each.name(),
                            each.mail(),
                            each.term(),
                            each.leave(),
                            each.ways(),
                            each.hours(),
                            Set.of(conflicts))
                        : each)
            .toList());
  }

  private static Set<String> conflicts(DirectoryKeeper keeper) {
    return keeper.newest().directory().person("p-named-nurse").orElseThrow().conflicts();
  }

  /** Merged: c-2 is c-1. Then a part of c-1 is c-3. */
  private void aConflictGoesWithTheChild(DirectoryKeeper keeper) {
    LeadDirectory named = conflicts(keeper.newest().directory(), "child/c-2");
    assertThat(keeper.add(4, named, "p-administrator", "Named")).isTrue();
    decided("d-1", IdentityDecisionKind.MERGED, "c-2");
    decided("d-2", IdentityDecisionKind.NEVER_LINK, "c-9");

    keeper.take();
    keeper.take();
    assertThat(keeper.newest().number()).isEqualTo(6);
    assertThat(conflicts(keeper)).containsExactlyInAnyOrder("child/c-1", "child/c-2");
    assertThat(keeper.changes(1).getFirst().actor()).isEqualTo("p-identity-steward");
    assertThat(audit.audited()).last().isEqualTo("p-identity-steward CHANGED directory version-6");

    decided("d-3", IdentityDecisionKind.SPLIT, "c-3");
    keeper.take();
    assertThat(conflicts(keeper)).contains("child/c-3");

    assertThat(keeper.add(7, conflicts(named, "child/c-2"), "p-administrator", "Taken out"))
        .isTrue();
    keeper.take();
    assertThat(keeper.newest().number()).as("what is taken out stays out").isEqualTo(8);
    assertThat(conflicts(keeper)).containsExactly("child/c-2");
  }

  private List<String> published() {
    return transactions.call(
        sql -> {
          List<String> keys =
              sql.query(
                  "select record_key from console.outbox where topic = 'directory.v1' order by id",
                  row -> row.getString(1));
          sql.update("delete from console.outbox");
          return keys;
        });
  }

  @Test
  void whatIsAddedIsRecordedGivenAccountsAndPublishedOnce() {
    String shipped = DirectoryFile.shippedText();
    String nurse = "name: Wren Hollowell";
    try (DirectoryKeeper keeper = keeper()) {
      assertThat(keeper.newest().number()).isEqualTo(1);
      keeper.take();
      assertThat(published()).contains("person:p-named-nurse", "role:duty-desk");

      String away =
          shipped.replace(nurse, nurse + ", leave: [{firstDay: 2026-03-25, lastDay: 2026-03-26}]");
      assertThat(store.add(1, away, "account:merrick", "Leave")).isTrue();
      assertThat(store.add(1, shipped, "account:other", "Too late")).isFalse();
      keeper.take();
      keeper.take();
      assertThat(keeper.newest().number()).isEqualTo(2);
      assertThat(published()).containsExactly("person:p-named-nurse");
      assertThat(audit.audited()).containsExactly("account:merrick CHANGED directory version-2");
      assertThat(accountsFor).containsExactly(2L);
      assertThat(keeper.changes(1))
          .extracting(Change::actor, Change::reason)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("account:merrick", "Leave"));

      now = Instant.parse("2026-03-25T00:00:00Z");
      keeper.take();
      assertThat(published()).as("back from the 27th on").containsExactly("person:p-named-nurse");

      assertThat(store.add(2, "area: nowhere", "account:merrick", "A slip")).isTrue();
      keeper.take();
      assertThat(keeper.newest().number()).as("a faulty one does not hold").isEqualTo(2);
      assertThat(audit.audited()).last().isEqualTo("account:merrick CHANGED directory version-3");
      assertThat(keeper.add(3, keeper.newest().directory(), "p-administrator", "Put right"))
          .isTrue();
      assertThat(keeper.newest().number()).isEqualTo(4);
    }
    try (DirectoryKeeper again = keeper()) {
      assertThat(again.newest().number()).isEqualTo(4);
      again.take();
      assertThat(published()).isEmpty();
      aConflictGoesWithTheChild(again);
    }
  }

  @Test
  void aRoleInWhichNobodyCanBeToldIsToldOnceADayAfterAnyRestart() {
    LeadDirectory shipped = DirectoryFile.shipped();
    LeadDirectory away = awayUntilFriday(shipped, "p-named-nurse");
    Instant tuesday = at("2026-04-14T07:00");
    Instant wednesday = at("2026-04-15T07:00");

    assertThat(look(away, tuesday.plusSeconds(5))).isEqualTo(wednesday);
    look(away, tuesday.plusSeconds(6));
    assertThat(told).containsExactly("ROLE_UNREACHED reach/named-nurse/2026-04-14/2026-04-14");
    told.clear();

    look(away, wednesday.minusMillis(1));
    assertThat(told).as("not before it is due").isEmpty();
    assertThat(look(away, wednesday)).isEqualTo(at("2026-04-16T07:00"));
    look(away, wednesday);
    assertThat(told).containsExactly("ROLE_UNREACHED reach/named-nurse/2026-04-14/2026-04-15");
    told.clear();

    look(shipped, wednesday.plusSeconds(60));
    look(shipped, wednesday.plusSeconds(61));
    assertThat(told).containsExactly("ROLE_REACHED reach/named-nurse/2026-04-14/over");
    told.clear();

    assertThat(look(shipped, at("2026-05-01T10:00"))).isEqualTo(at("2026-05-02T07:00"));
    assertThat(told).as("days that were passed over are not made up for").isEmpty();
  }

  private Instant look(LeadDirectory directory, Instant at) {
    return new ContactCheck(
            transactions,
            new Outbox(transactions),
            (topic, action) -> {
              told.add(action.getKind() + " " + action.getActionId());
              return new byte[] {2};
            })
        .look(directory, at);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant();
  }

  private static LeadDirectory awayUntilFriday(LeadDirectory directory, String person) {
    return directory.withPersons(
        directory.persons().stream()
            .map(
                each ->
                    each.id().equals(person)
                        ? new Person(
                            each.id(),
                            each.user(),
                            each.name(),
                            each.mail(),
                            each.term(),
                            List.of(
                                new Leave(
                                    LocalDate.parse("2026-04-14"), LocalDate.parse("2026-04-17"))))
                        : each)
            .toList());
  }

  @Test
  void theCommandLineReadsAndAddsAndDoesNothingElse() throws SQLException {
    try (Connection connection = DATABASE.as("hub_directory").getConnection();
        Statement sql = connection.createStatement()) {
      assertThat(sql.executeQuery("select * from console.directory_version")).isNotNull();
      assertThat(sql.executeQuery("select * from console.open_alerts_by_owner")).isNotNull();
      for (String forbidden :
          List.of(
              "update console.directory_version set actor = 'other'",
              "update console.directory_version set taken_at = now()",
              "delete from console.directory_version",
              "insert into console.directory_version values (9, 'x', 'a', 'r', now(), now())",
              "select * from console.alert",
              "select * from console.account",
              "select * from console.outbox")) {
        assertThatThrownBy(() -> sql.execute(forbidden))
            .as(forbidden)
            .hasMessageContaining("permission denied");
      }
    }
  }
}
