-- What the connectors must remember: each message's receipt until its fate is known, and each fate as its sender may see
-- it. No content in clear: the outbox is sealed, hashes are keyed, references are opaque.
create schema if not exists intake;

create table intake.receipt (
  receipt_id       text        primary key,
  feed             text        not null,
  connector        text        not null,
  event_id         text,                     -- absent where a message was refused before it had one
  content_hash     text        not null,     -- keyed hash of the canonical message
  idempotency_key  text,                     -- keyed hash of the sender's Idempotency-Key
  refused          boolean     not null,
  state            text        not null check (state in ('RECORDED', 'ANNOUNCED', 'PUBLISHED')),
  step             text,
  reason_code      text,
  explanation      text,
  pointer          text,
  subject_count    integer     not null,
  handling         text,
  received_at      timestamptz not null,     -- by the hub's clock
  attempted_at     timestamptz not null default clock_timestamp(), -- by the database's clock: publishing is real work
  outbox           bytea,                    -- sealed records until they are published
  check ((state = 'PUBLISHED') = (outbox is null)),
  check (refused = (step is not null))
);

create unique index receipt_one_per_event on intake.receipt (feed, event_id) where not refused;
create unique index receipt_one_per_key on intake.receipt (feed, idempotency_key) where idempotency_key is not null;
create index receipt_unpublished on intake.receipt (connector, attempted_at) where state <> 'PUBLISHED';

create table intake.feed_count (
  feed             text        primary key,
  accepted         bigint      not null,
  refused          bigint      not null,
  last_received_at timestamptz not null
);

-- The newest fate of each subject of a message. It never goes back, and it does not say to whom it was attributed.
create table intake.disposition (
  receipt_id       text        not null,
  subject_index    integer     not null,
  feed             text        not null,
  fate             text        not null,
  rank             integer     not null,
  led_to_alert     boolean     not null,
  changed_at       timestamptz not null,
  primary key (receipt_id, subject_index)
);

-- How far the follower of dispositions has read, kept together with what it read.
create table intake.disposition_position (
  partition        integer     primary key,
  next_offset      bigint      not null
);

grant usage on schema intake to hub_connector_api, hub_connector_education;
grant select, insert, update on intake.receipt, intake.feed_count to hub_connector_api, hub_connector_education;
grant select, insert, update on intake.disposition, intake.disposition_position to hub_connector_api;
