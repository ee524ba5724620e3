-- What was to be delivered and how far it got. The notification id is the idempotency key: an instruction that is read
-- twice is one row, and a row that is delivered or undeliverable is never sent again. No contact point, no name and no
-- text is kept here.
create table notifier.delivery (
  notification_id text primary key,
  alert_id text not null,
  person_id text not null,
  channel text not null check (channel in ('EMAIL', 'WEBHOOK')),
  template text not null,
  reference text not null,
  due_at timestamptz,
  created_at timestamptz not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'UNDELIVERABLE')),
  attempts int not null default 0,
  -- While an attempt is under way: the end of its lease.
  next_attempt_at timestamptz,
  provider_code text,
  received_at timestamptz not null,
  check ((state = 'WAITING') = (next_attempt_at is not null))
);
create index delivery_due on notifier.delivery (channel, next_attempt_at) where state = 'WAITING';

-- Outcomes on their way to deliveries.v1: recorded together with the state, then produced, then marked.
create table notifier.outcome (
  outcome_id bigint generated always as identity primary key,
  notification_id text not null references notifier.delivery,
  attempt int not null,
  kind text not null check (kind in ('DELIVERED', 'FAILED_WILL_RETRY', 'UNDELIVERABLE')),
  provider_code text not null,
  at timestamptz not null,
  told boolean not null default false,
  unique (notification_id, attempt)
);
create unique index outcome_settled_once on notifier.outcome (notification_id) where kind <> 'FAILED_WILL_RETRY';
create index outcome_untold on notifier.outcome (outcome_id) where not told;

-- Records of notifications.v1 that nobody can read: where they stand, for a person to look at.
create table notifier.unreadable (
  topic text not null,
  partition int not null,
  "offset" bigint not null,
  found_at timestamptz not null,
  primary key (topic, partition, "offset")
);

grant usage on schema notifier to hub_notifier;
grant select, insert, update on notifier.delivery, notifier.outcome to hub_notifier;
grant select, insert on notifier.unreadable to hub_notifier;
