-- Where a resubmitted message comes from, and what each feed sent on each day in London.
alter table intake.receipt add column origin text;   -- receipt of the refused message that this one puts right
create index receipt_by_time on intake.receipt using brin (received_at);

create table intake.feed_day (
  feed             text        not null,
  day              date        not null,
  received         bigint      not null,
  accepted         bigint      not null,
  repeated         bigint      not null,     -- answered with the first receipt; nothing else is kept of them
  refused          bigint      not null,
  primary key (feed, day)
);
insert into intake.feed_day (feed, day, received, accepted, repeated, refused)
  select feed, (received_at at time zone 'Europe/London')::date, count(*), count(*) filter (where not refused), 0,
    count(*) filter (where refused)
  from intake.receipt group by 1, 2;
grant select, insert, update on intake.feed_day to hub_connector_api, hub_connector_education,
  hub_connector_social_care, hub_connector_agency, hub_connector_police, hub_connector_health;

-- What was refused before there was a desk stands at it without its content.
insert into quarantine.record (receipt_id, feed, agency, connector, step, reason_code, explanation, pointer, received_at,
    stable_record)
  select receipt_id, feed, feed, connector, step, reason_code, explanation, pointer, received_at, false
  from intake.receipt where refused;

-- The counts of one day beside what is kept of it. Whoever may call it sees counts and nothing else.
create function intake.reconcile(on_day date) returns table (feed text, received bigint, accepted bigint,
  repeated bigint, refused bigint, accepted_kept bigint, refused_kept bigint, quarantined bigint, waiting bigint,
  resubmitted bigint, attributed bigint, pending_identity bigint, under_way bigint)
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
    select q.feed, count(*) as quarantined, count(*) filter (where q.became is null) as waiting,
      count(*) filter (where q.became is not null) as resubmitted
    from quarantine.record q, bounds where q.received_at >= bounds.first and q.received_at < bounds.next group by q.feed),
  counted as (select * from intake.feed_day f where f.day = on_day),
  feeds as (select counted.feed from counted union select receipts.feed from receipts union select desk.feed from desk)
  select feeds.feed, coalesce(counted.received, 0), coalesce(counted.accepted, 0), coalesce(counted.repeated, 0),
    coalesce(counted.refused, 0), coalesce(receipts.accepted_kept, 0), coalesce(receipts.refused_kept, 0),
    coalesce(desk.quarantined, 0), coalesce(desk.waiting, 0), coalesce(desk.resubmitted, 0),
    coalesce(receipts.attributed, 0), coalesce(receipts.pending_identity, 0), coalesce(receipts.under_way, 0)
  from feeds left join counted on counted.feed = feeds.feed left join receipts on receipts.feed = feeds.feed
    left join desk on desk.feed = feeds.feed
$$;
revoke all on function intake.reconcile(date) from public;
grant usage on schema intake to hub_console, hub_quarantine;
grant execute on function intake.reconcile(date) to hub_console, hub_quarantine;
