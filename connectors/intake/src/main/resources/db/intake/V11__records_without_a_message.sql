-- Records of which a form could make no message are refused, and wait for nobody at the desk: they are counted by
-- themselves. Another result takes another function.
drop function intake.reconcile(date);
create function intake.reconcile(on_day date) returns table (feed text, received bigint, accepted bigint,
  repeated bigint, refused bigint, accepted_kept bigint, refused_kept bigint, quarantined bigint, waiting bigint,
  resubmitted bigint, at_source bigint, attributed bigint, pending_identity bigint, under_way bigint)
language sql stable security definer set search_path = pg_catalog as $$
  with bounds as (
    select on_day::timestamp at time zone 'Europe/London' as first,
      (on_day + 1)::timestamp at time zone 'Europe/London' as next),
  kept as (
    select r.receipt_id, r.feed, r.refused, r.subject_count from intake.receipt r, bounds
    where r.received_at >= bounds.first and r.received_at < bounds.next),
  fates as (
    select d.receipt_id, bool_or(d.fate in ('AWAITING_IDENTITY', 'UNCONFIRMED')) as pending,
      count(*) filter (where d.rank >= 3) as done
    from intake.disposition d join kept on kept.receipt_id = d.receipt_id where not kept.refused
    group by d.receipt_id),
  receipts as (
    select kept.feed, count(*) filter (where not kept.refused) as accepted_kept,
      count(*) filter (where kept.refused) as refused_kept,
      count(*) filter (where not kept.refused and fates.pending) as pending_identity,
      count(*) filter (where not kept.refused and not fates.pending and fates.done >= kept.subject_count) as attributed,
      count(*) filter (where not kept.refused
        and (fates.receipt_id is null or (not fates.pending and fates.done < kept.subject_count))) as under_way
    from kept left join fates on fates.receipt_id = kept.receipt_id group by kept.feed),
  desk as (
    select q.feed, count(*) as quarantined,
      count(*) filter (where q.became is null and q.step <> 'FORM') as waiting,
      count(*) filter (where q.became is not null) as resubmitted,
      count(*) filter (where q.became is null and q.step = 'FORM') as at_source
    from quarantine.record q, bounds where q.received_at >= bounds.first and q.received_at < bounds.next group by q.feed),
  counted as (select * from intake.feed_day f where f.day = on_day),
  feeds as (select counted.feed from counted union select receipts.feed from receipts union select desk.feed from desk)
  select feeds.feed, coalesce(counted.received, 0), coalesce(counted.accepted, 0), coalesce(counted.repeated, 0),
    coalesce(counted.refused, 0), coalesce(receipts.accepted_kept, 0), coalesce(receipts.refused_kept, 0),
    coalesce(desk.quarantined, 0), coalesce(desk.waiting, 0), coalesce(desk.resubmitted, 0), coalesce(desk.at_source, 0),
    coalesce(receipts.attributed, 0), coalesce(receipts.pending_identity, 0), coalesce(receipts.under_way, 0)
  from feeds left join counted on counted.feed = feeds.feed left join receipts on receipts.feed = feeds.feed
    left join desk on desk.feed = feeds.feed
$$;
revoke all on function intake.reconcile(date) from public;
grant execute on function intake.reconcile(date) to hub_console, hub_quarantine;
