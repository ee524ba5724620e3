package org.safeguardinghub.console.outbox;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.apache.kafka.common.serialization.Serializer;
import org.safeguardinghub.console.codec.SentCodec;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.console.people.RoleHolding;
import org.safeguardinghub.console.people.Ways;
import org.safeguardinghub.console.people.Week;
import org.safeguardinghub.console.signin.Secrets;
import org.safeguardinghub.console.store.Statements;
import org.safeguardinghub.console.store.Transactions;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.subject.DirectoryKey;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.DirectoryEntryRecord;

/**
 * Publishes what of the lead directory differs from what was published last, as one new version of
 * it; an entry that is gone is removed from the topic. An unchanged directory publishes nothing.
 */
public final class DirectoryPublication {
  private final Transactions transactions;
  private final Outbox outbox;
  private final Serializer<DirectoryEntryRecord> serializer;
  private final HubKeys keys;

  public DirectoryPublication(
      Transactions transactions,
      Outbox outbox,
      Serializer<DirectoryEntryRecord> serializer,
      HubKeys keys) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.serializer = serializer;
    this.keys = keys;
  }

  /** An entry: a digest of all that it says, and the record to publish under a version. */
  private record Entry(String digest, LongFunction<DirectoryEntryRecord> record) {}

  /**
   * Publishes the directory as it is on a day. A person's entry says when they can be reached: that
   * stretch is another after a leave, so this is to be called again on each new day.
   *
   * @return number of entries that went to the outbox
   */
  public int publish(LeadDirectory directory, LocalDate day) {
    Map<String, Entry> wanted = entries(directory, day);
    int changed = transactions.call(sql -> publish(sql, wanted));
    outbox.wake();
    return changed;
  }

  private int publish(Statements sql, Map<String, Entry> wanted) throws SQLException {
    Map<String, String> published = new LinkedHashMap<>();
    sql.query(
        "select record_key, digest from console.directory_published for update",
        row -> published.put(row.getString(1), row.getString(2)));
    long version =
        sql.one(
                "select coalesce(max(version), 0) + 1 from console.directory_published",
                row -> row.getLong(1))
            .orElse(1L);
    int changed = 0;
    for (Map.Entry<String, Entry> each : wanted.entrySet()) {
      if (!each.getValue().digest().equals(published.get(each.getKey()))) {
        add(sql, each.getKey(), each.getValue(), version);
        changed++;
      }
    }
    Set<String> gone = new LinkedHashSet<>(published.keySet());
    gone.removeAll(wanted.keySet());
    for (String key : gone) {
      outbox.add(sql, Topics.DIRECTORY, key, null);
      sql.update("delete from console.directory_published where record_key = ?", key);
    }
    return changed + gone.size();
  }

  private void add(Statements sql, String key, Entry entry, long version) throws SQLException {
    byte[] value = serializer.serialize(Topics.DIRECTORY.name(), entry.record().apply(version));
    outbox.add(sql, Topics.DIRECTORY, key, value);
    sql.update(
        "insert into console.directory_published (record_key, digest, version) values (?, ?, ?)"
            + " on conflict (record_key) do update set digest = excluded.digest, version = excluded.version",
        key,
        entry.digest(),
        version);
  }

  private Map<String, Entry> entries(LeadDirectory directory, LocalDate day) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Person person : directory.persons()) {
      entries.put(
          DirectoryKey.ofPerson(person.id()),
          new Entry(
              digest(
                  directory,
                  List.of(
                      person.id(),
                      person.name(),
                      directory.mailOf(person),
                      ways(person.ways()),
                      person.span(directory.effectiveFrom(), day).toString(),
                      person.hours().map(Week::words).orElse(""),
                      person.conflicts().toString())),
              version -> SentCodec.person(directory, person, day, keys, version)));
    }
    for (RoleHolding holding : directory.roles()) {
      entries.put(
          holding.key(),
          new Entry(
              digest(directory, List.of(holding.toString(), directory.area())),
              version -> SentCodec.role(directory, holding, version)));
    }
    return entries;
  }

  /** All of it; only its digest is kept. */
  private static String ways(Ways ways) {
    return ways.toString() + ways.webhook().map(to -> to.secret().reveal()).orElse("");
  }

  private static String digest(LeadDirectory directory, List<String> parts) {
    return Secrets.digest(directory.effectiveFrom() + "\n" + String.join("\n", parts));
  }
}
