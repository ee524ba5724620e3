-- What was refused, until somebody puts it right. Content and reasons are sealed under the key "quarantine"; everything
-- else is codes, opaque ids and times. A content is dropped once it was resubmitted, and after 90 days in any case.
create table quarantine.record (
  receipt_id       text        primary key,
  feed             text        not null,
  agency           text        not null,
  connector        text        not null,
  step             text        not null,
  reason_code      text        not null,
  explanation      text        not null,     -- says nothing of the content
  pointer          text,                     -- where the fault is
  handling         text,                     -- strictest of type and sender; absent: nobody can tell, nobody sees it
  received_at      timestamptz not null,     -- by the hub's clock
  stable_record    boolean     not null,     -- its source keeps its record ids
  content          bytea,                    -- sealed with the receipt id; absent: not kept, or no longer
  idempotency_key  bytea,                    -- sealed with the receipt id and "/key"
  origin           text,                     -- the receipt of which this is a resubmission
  became           text                      -- the receipt of its own resubmission
);
create index record_of_agency on quarantine.record (agency, received_at desc);
create index record_by_time on quarantine.record (received_at desc);

-- Who wants what resubmitted, and what came of it. One at a time for each record.
create table quarantine.fix (
  fix_id           text        primary key,  -- idempotency key: the same form, or the same command, is one fix
  receipt_id       text        not null references quarantine.record (receipt_id),
  actor            text        not null,
  asked_at         timestamptz not null default now(),
  reason           bytea       not null,     -- sealed with the fix id and "/reason"
  content          bytea,                    -- sealed with the fix id; dropped once it is done
  outcome          text        check (outcome in ('ACCEPTED', 'REPEATED', 'REFUSED', 'REFUSED_AGAIN', 'IMPOSSIBLE')),
  result_receipt   text,
  done_at          timestamptz,
  check ((outcome is null) = (done_at is null))
);
create index fix_of_record on quarantine.fix (receipt_id);
create unique index fix_one_at_a_time on quarantine.fix (receipt_id) where outcome is null;

-- What the command line looks into or changes. The console writes it on the access record first.
create table quarantine.access (
  access_id        text        primary key,
  actor            text        not null,
  action           text        not null check (action in ('OPENED', 'CHANGED')),
  receipt_id       text        not null,
  asked_at         timestamptz not null default now(),
  recorded_at      timestamptz
);
create index access_to_record on quarantine.access (asked_at) where recorded_at is null;

grant usage on schema quarantine to hub_connector_api, hub_connector_education, hub_connector_social_care,
  hub_connector_agency, hub_connector_police, hub_connector_health, hub_console, hub_quarantine;
grant insert on quarantine.record to hub_connector_api, hub_connector_education, hub_connector_social_care,
  hub_connector_agency, hub_connector_police, hub_connector_health;

-- The HTTP connector serves every feed: it resubmits, and lets what is too old go.
grant select on quarantine.record, quarantine.fix to hub_connector_api;
grant update (became, content, idempotency_key) on quarantine.record to hub_connector_api;
grant update (outcome, result_receipt, done_at, content) on quarantine.fix to hub_connector_api;

grant select on quarantine.record, quarantine.fix, quarantine.access to hub_console, hub_quarantine;
grant insert (fix_id, receipt_id, actor, reason, content) on quarantine.fix to hub_console, hub_quarantine;
grant update (recorded_at) on quarantine.access to hub_console;
grant insert (access_id, actor, action, receipt_id) on quarantine.access to hub_quarantine;
