-- What is recorded together waits and goes out together: one sealed parcel of many messages instead of one in each
-- receipt, so that a receipt is written once and never again.
create table intake.outbox (
  number           bigint      generated always as identity primary key, -- in the order of recording
  parcel           text        not null unique,
  connector        text        not null,
  receipts         text[]      not null,     -- the messages that are to be published; the parcel may hold others
  announced        boolean     not null default false,
  attempted_at     timestamptz not null default clock_timestamp(), -- by the database's clock: publishing is real work
  content          bytea       not null      -- sealed records until they are published
);
alter table intake.outbox alter column content set storage external;
create index outbox_by_connector on intake.outbox (connector, number);

-- The content of a single message is a parcel that is bound to its receipt.
insert into intake.outbox (parcel, connector, receipts, announced, attempted_at, content)
  select receipt_id, connector, array[receipt_id], state = 'ANNOUNCED', attempted_at, outbox
  from intake.receipt where state <> 'PUBLISHED' order by attempted_at;

drop index intake.receipt_unpublished;
alter table intake.receipt drop column state, drop column attempted_at, drop column outbox;

grant select, insert, update, delete on intake.outbox to hub_connector_api, hub_connector_education,
  hub_connector_social_care, hub_connector_agency, hub_connector_police, hub_connector_health;
