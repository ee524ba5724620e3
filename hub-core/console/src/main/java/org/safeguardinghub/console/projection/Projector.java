package org.safeguardinghub.console.projection;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.console.alert.Agreeing;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.ChangeSignal.Change;
import org.safeguardinghub.console.codec.Projected;
import org.safeguardinghub.console.codec.StoredValues;
import org.safeguardinghub.console.store.AlertLists;
import org.safeguardinghub.console.store.Statements;
import org.safeguardinghub.kernel.event.DecayedLoad;
import org.safeguardinghub.kernel.topics.Topic;
import org.safeguardinghub.kernel.topics.Topics;

/** Turns records of the topics into rows. Applying a record again changes nothing. */
public final class Projector {
  static final List<Topic> TOPICS =
      List.of(
          Topics.ALERTS,
          Topics.SUBJECT_EVENTS,
          Topics.IDENTITY_LINKS,
          Topics.DELIVERIES,
          Topics.IDENTITY_TASKS,
          Topics.IDENTITY_LEDGER,
          Topics.FEED_HEALTH,
          Topics.SUBJECTS);

  private final StoredValues values;

  public Projector(StoredValues values) {
    this.values = values;
  }

  /** Applies a record; the change of an alert that it was, if any. */
  public Optional<Change> apply(Statements sql, String topic, String key, byte[] value)
      throws SQLException {
    switch (values.project(topic, value)) {
      case Projected.AlertPicture(Alert alert) -> {
        Optional<Alert.Owner> before = owner(sql, alert.id());
        return alert(sql, alert, value) ? Optional.of(new Change(alert, before)) : Optional.empty();
      }
      case Projected.Event event -> event(sql, key, value, event);
      case Projected.EventsMoved moved ->
          sql.update(
              "update console.subject_event set subject = ? where subject = ? and event_id = any(?)",
              moved.to(),
              moved.from(),
              moved.eventIds());
      case Projected.Link link -> link(sql, key, value, link);
      case Projected.Delivery delivery -> delivery(sql, value, delivery);
      case Projected.Task task -> task(sql, key, value, task);
      case Projected.Decision decision -> decision(sql, value, decision);
      case Projected.Feed _ ->
          sql.update(
              "insert into console.feed (feed, value) values (?, ?)"
                  + " on conflict (feed) do update set value = excluded.value",
              key,
              value);
      case Projected.Subject(DecayedLoad load) -> subject(sql, key, value, load);
      case Projected.Nothing _ -> {
        // Barriers, deadlines and the like: the console keeps none of them.
      }
    }
    return Optional.empty();
  }

  /** Applies a tombstone of a compacted topic. */
  public void remove(Statements sql, String topic, String key) throws SQLException {
    if (topic.equals(Topics.SUBJECT_EVENTS.name())) {
      sql.update("delete from console.subject_event where record_key = ?", key);
    } else if (topic.equals(Topics.IDENTITY_LINKS.name())) {
      sql.update("delete from console.person_link where person_ref = ?", key);
    } else if (topic.equals(Topics.IDENTITY_TASKS.name())) {
      sql.update("delete from console.identity_task where task_id = ?", key);
    } else if (topic.equals(Topics.FEED_HEALTH.name())) {
      sql.update("delete from console.feed where feed = ?", key);
    } else if (topic.equals(Topics.SUBJECTS.name())) {
      sql.update("delete from console.subject where subject = ?", key);
    }
  }

  private static Optional<Alert.Owner> owner(Statements sql, String alertId) throws SQLException {
    return sql.one(
        "select owner_role, owner_person from console.alert where alert_id = ?",
        row -> new Alert.Owner(row.getString(1), row.getString(2), "", ""),
        alertId);
  }

  private static boolean alert(Statements sql, Alert alert, byte[] value) throws SQLException {
    List<Alert.Finding> standing = AlertLists.standing(alert);
    // An older picture that is read again, after a rebuild elsewhere, must not replace a newer one.
    return sql.update(
            "insert into console.alert"
                + " (alert_id, subject, state, severity, owner_role, owner_person, due_at, plan_due_at,"
                + " to_confirm, raised_at, changed_at, patterns, pattern_titles, agencies,"
                + " concerns, copies, plan_for, version, value)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (alert_id) do update set subject = excluded.subject,"
                + " state = excluded.state, severity = excluded.severity,"
                + " owner_role = excluded.owner_role, owner_person = excluded.owner_person,"
                + " due_at = excluded.due_at, plan_due_at = excluded.plan_due_at,"
                + " to_confirm = excluded.to_confirm, raised_at = excluded.raised_at,"
                + " changed_at = excluded.changed_at, patterns = excluded.patterns,"
                + " pattern_titles = excluded.pattern_titles, agencies = excluded.agencies,"
                + " concerns = excluded.concerns, copies = excluded.copies,"
                + " plan_for = excluded.plan_for,"
                + " version = excluded.version, value = excluded.value"
                + " where alert.version <= excluded.version",
            alert.id(),
            alert.subject().typed(),
            alert.state().name(),
            alert.severity().name(),
            alert.owner().role(),
            alert.owner().personId(),
            alert.dueAt().orElse(null),
            alert.minutes().nextDue().orElse(null),
            alert.toConfirm(),
            alert.raisedAt(),
            alert.changedAt(),
            standing.stream().map(Alert.Finding::pattern).toList(),
            standing.stream().map(Alert.Finding::title).toList(),
            AlertLists.agencies(alert),
            alert.concerns(),
            alert.copies().stream().filter(Alert.Copy::open).map(Alert.Copy::desk).toList(),
            alert.minutes().toDo().stream()
                .map(one -> Agreeing.word(one.who()))
                .distinct()
                .toList(),
            alert.version(),
            value)
        > 0;
  }

  private static void event(Statements sql, String key, byte[] value, Projected.Event event)
      throws SQLException {
    sql.update(
        "insert into console.subject_event (record_key, subject, event_id, type, value)"
            + " values (?, ?, ?, ?, ?) on conflict (record_key) do update set"
            + " subject = excluded.subject, event_id = excluded.event_id, type = excluded.type,"
            + " value = excluded.value",
        key,
        event.subject(),
        event.eventId(),
        event.type(),
        value);
  }

  private static void subject(Statements sql, String key, byte[] value, DecayedLoad load)
      throws SQLException {
    sql.update(
        "insert into console.subject (subject, value, load_at, load_classes, load_half_lives,"
            + " load_sums, load_floors, load_protective) values (?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (subject) do update set value = excluded.value,"
            + " load_at = excluded.load_at, load_classes = excluded.load_classes,"
            + " load_half_lives = excluded.load_half_lives, load_sums = excluded.load_sums,"
            + " load_floors = excluded.load_floors, load_protective = excluded.load_protective",
        key,
        value,
        load.at(),
        load.terms().stream().map(term -> term.handling().name()).toList(),
        load.terms().stream().mapToInt(DecayedLoad.Term::halfLifeDays).toArray(),
        load.terms().stream().mapToDouble(DecayedLoad.Term::sum).toArray(),
        load.terms().stream().mapToDouble(DecayedLoad.Term::floor).toArray(),
        load.protective());
  }

  private static void link(Statements sql, String key, byte[] value, Projected.Link link)
      throws SQLException {
    sql.update(
        "insert into console.person_link (person_ref, child_ref, confirmed, decided_at, value)"
            + " values (?, ?, ?, ?, ?) on conflict (person_ref) do update set"
            + " child_ref = excluded.child_ref, confirmed = excluded.confirmed,"
            + " decided_at = excluded.decided_at, value = excluded.value",
        key,
        link.childRef(),
        link.confirmed(),
        link.decidedAt(),
        value);
  }

  private static void task(Statements sql, String key, byte[] value, Projected.Task task)
      throws SQLException {
    sql.update(
        "insert into console.identity_task (task_id, open, protected, due_at, opened_at, value)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (task_id) do update set"
            + " open = excluded.open, protected = excluded.protected, due_at = excluded.due_at,"
            + " opened_at = excluded.opened_at, value = excluded.value",
        key,
        task.open(),
        task.protectedIdentity(),
        task.dueAt(),
        task.openedAt(),
        value);
  }

  private static void decision(Statements sql, byte[] value, Projected.Decision decision)
      throws SQLException {
    sql.update(
        "insert into console.identity_decision"
            + " (decision_id, child_ref, decided_by, decided_at, undoes, protected, value)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict (decision_id) do nothing",
        decision.decisionId(),
        decision.childRef(),
        decision.decidedBy(),
        decision.decidedAt(),
        decision.undoes(),
        decision.protectedIdentity(),
        value);
    if (decision.wall()) {
      sql.update(
          "update console.identity_decision set protected = true where child_ref = ?",
          decision.childRef());
    }
  }

  private static void delivery(Statements sql, byte[] value, Projected.Delivery delivery)
      throws SQLException {
    sql.update(
        "insert into console.delivery (notification_id, channel, alert_id, value)"
            + " values (?, ?, ?, ?)"
            + " on conflict (notification_id, channel) do update set value = excluded.value",
        delivery.notificationId(),
        delivery.channel(),
        delivery.alertId(),
        value);
    if (delivery.undeliverable()) {
      sql.update(
          "insert into console.undelivered (notification_id, alert_id, value) values (?, ?, ?)"
              + " on conflict (notification_id) do nothing",
          delivery.notificationId(),
          delivery.alertId(),
          value);
    }
  }

  /** Empties the projection, so that it is filled anew from the first record of each topic. */
  public static void forget(Statements sql) throws SQLException {
    for (String table :
        List.of(
            "progress",
            "alert",
            "subject_event",
            "person_link",
            "delivery",
            "undelivered",
            "identity_task",
            "identity_decision",
            "feed",
            "subject")) {
      sql.update("delete from console." + table);
    }
  }
}
