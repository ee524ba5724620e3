package org.safeguardinghub.console.outbox;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.safeguardinghub.console.codec.SentCodec;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Reach;
import org.safeguardinghub.console.people.Term;
import org.safeguardinghub.console.store.Statements;
import org.safeguardinghub.console.store.Transactions;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AlertActionRecord;

/**
 * The daily check that somebody of each role can be told of an alert (domain reference, section
 * 6.2). A role in which nobody can is told to the alerts, once for each day on which it is so; that
 * somebody is there again is told as soon as it is known. When the next check is due stands in the
 * database: what is said, and that it was, is one transaction, so that a restart says nothing twice
 * and leaves no day out that the hub was up on.
 */
public final class ContactCheck {
  private static final LocalTime IN_THE_MORNING = LocalTime.of(7, 0);

  private final Transactions transactions;
  private final Outbox outbox;
  private final Serializer<AlertActionRecord> serializer;

  public ContactCheck(
      Transactions transactions, Outbox outbox, Serializer<AlertActionRecord> serializer) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.serializer = serializer;
  }

  /**
   * Looks through the directory, and makes the daily check where it is due.
   *
   * @return when the next daily check is due
   */
  public Instant look(LeadDirectory directory, Instant now) {
    Instant next = transactions.call(sql -> look(sql, directory, now));
    outbox.wake();
    return next;
  }

  private Instant look(Statements sql, LeadDirectory directory, Instant now) throws SQLException {
    sql.update(
        "insert into console.directory_check (due_at) values (?) on conflict do nothing", now);
    Instant due =
        sql.one(
                "select due_at from console.directory_check for update",
                row -> Statements.instant(row, "due_at"))
            .orElse(now);
    Map<String, LocalDate> told = new LinkedHashMap<>();
    sql.query(
        "select role, since from console.role_unreached order by role",
        row -> told.put(row.getString(1), row.getObject(2, LocalDate.class)));
    LocalDate today = Term.dayOf(now);
    List<String> unreached = Reach.unreached(directory, today);
    for (Map.Entry<String, LocalDate> each : told.entrySet()) {
      if (!unreached.contains(each.getKey())) {
        sql.update("delete from console.role_unreached where role = ?", each.getKey());
        tell(sql, each.getKey(), each.getValue(), Optional.empty(), now);
      }
    }
    if (now.isBefore(due)) {
      return due;
    }
    for (String role : unreached) {
      sql.update(
          "insert into console.role_unreached (role, since) values (?, ?) on conflict do nothing",
          role,
          today);
      tell(sql, role, told.getOrDefault(role, today), Optional.of(today), now);
    }
    Instant next = nextMorning(today);
    sql.update("update console.directory_check set due_at = ?", next);
    return next;
  }

  /**
   * Tells the alerts.
   *
   * @param checked the day on which nobody could be told; absent: somebody can again
   */
  private void tell(
      Statements sql, String role, LocalDate since, Optional<LocalDate> checked, Instant now)
      throws SQLException {
    SubjectRef subject = new SubjectRef(Scope.ROLE, role);
    AlertActionRecord action =
        SentCodec.roleReach(subject, "reach/" + role + "/" + since, checked, now);
    outbox.add(
        sql,
        Topics.ALERT_ACTIONS,
        subject.typed(),
        serializer.serialize(Topics.ALERT_ACTIONS.name(), action));
  }

  private static Instant nextMorning(LocalDate today) {
    return today.plusDays(1).atTime(IN_THE_MORNING).atZone(WorkingCalendar.ZONE).toInstant();
  }
}
