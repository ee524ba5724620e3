package org.safeguardinghub.notifier.postgres;

/** The statements of {@link PostgresDeliveries}. */
final class Sql {
  private Sql() {}

  static final String ACCEPT =
      """
      insert into notifier.delivery (notification_id, alert_id, person_id, channel, template, reference, due_at,
        created_at, next_attempt_at, received_at, other_channels)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (notification_id) do nothing
      """;

  static final String QUARANTINE =
      """
      insert into notifier.unreadable (topic, partition, "offset", found_at) values (?, ?, ?, ?)
      on conflict do nothing
      """;

  /**
   * Due deliveries of one channel, the longest due first, no more of a receiver than it has room
   * for. Those of a receiver without room are left out before the limit is applied: its queue,
   * however long, hides nobody else's.
   */
  static final String CLAIM =
      """
      with busy as (
        select * from unnest(?::text[], ?::int[]) as b(person_id, under_way)
      ), due as (
        select d.notification_id, d.next_attempt_at,
          row_number() over (partition by d.person_id order by d.next_attempt_at, d.notification_id)
            + coalesce((select b.under_way from busy b where b.person_id = d.person_id), 0) as place
        from notifier.delivery d
        where d.state = 'WAITING' and d.channel = ? and d.next_attempt_at <= ? and d.notification_id <> all (?::text[])
      ), chosen as (
        select w.notification_id
        from notifier.delivery w
        where w.notification_id in (
            select notification_id from due where place <= ? order by next_attempt_at limit ?)
          and w.state = 'WAITING' and w.next_attempt_at <= ?
        for update skip locked
      )
      update notifier.delivery t
      set attempts = t.attempts + 1, next_attempt_at = ?
      from chosen
      where t.notification_id = chosen.notification_id
      returning t.notification_id, t.alert_id, t.person_id, t.channel, t.template, t.reference, t.due_at, t.created_at,
        t.attempts, t.attempts - t.earlier_attempts, t.other_channels
      """;

  static final String STEP =
      """
      update notifier.delivery set state = ?, next_attempt_at = ?, provider_code = ?
      where notification_id = ? and state = 'WAITING' and attempts = ?
      """;

  /** The next channel, with attempts of its own from here on. */
  static final String NEXT_CHANNEL =
      """
      update notifier.delivery
      set channel = ?, other_channels = other_channels[2:], earlier_attempts = attempts, next_attempt_at = ?,
        provider_code = ?
      where notification_id = ? and state = 'WAITING' and attempts = ?
      """;

  static final String OUTCOME =
      """
      insert into notifier.outcome (notification_id, attempt, kind, provider_code, at, channel) values (?, ?, ?, ?, ?, ?)
      """;

  /** One teller at a time, so that the outcomes of one delivery keep their order. */
  static final String TELLER = "select pg_try_advisory_xact_lock(hashtext('notifier.outcome'))";

  static final String UNTOLD =
      """
      select o.outcome_id, o.notification_id, d.alert_id, d.person_id, o.channel, o.kind, o.attempt, o.provider_code, o.at
      from notifier.outcome o join notifier.delivery d using (notification_id)
      where not o.told
      order by o.outcome_id
      limit ?
      """;

  static final String TOLD = "update notifier.outcome set told = true where outcome_id = any (?)";
}
