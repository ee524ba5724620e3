-- Receipts of which an agency that wants it is still to be told that their answer has changed. The answer is not here: the
-- agency asks its receipt. A row is made in the transaction that keeps the answer, and goes when it was told or given up.
create table intake.feedback (
  number           bigint      generated always as identity primary key,
  feed             text        not null,
  receipt_id       text        not null,
  wire_id          text        not null unique,   -- the same in every attempt, and again after a rebuild
  made_at          timestamptz not null default clock_timestamp(), -- by the database's clock: telling is real work
  due_at           timestamptz not null default clock_timestamp(), -- later while somebody has taken it for an attempt
  attempts         integer     not null default 0
);
create index feedback_due on intake.feedback (feed, due_at);

grant select, insert, update, delete on intake.feedback to hub_connector_api;
