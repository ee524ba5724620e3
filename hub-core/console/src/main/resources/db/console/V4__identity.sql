-- What identity stewards decide, and what they are asked.

-- Typed in by people: stays.
create table console.ruling (
  ruling_id text primary key,
  task_id text not null,
  person_id text not null,
  kind text not null,
  at timestamptz not null,
  outbox_id bigint not null
);
create index ruling_of_task on console.ruling (task_id);

-- Projections: questions with all that they hold, and the decisions of the identity ledger.
drop table console.identity_task;
create table console.identity_task (
  task_id text primary key,
  open boolean not null,
  protected boolean not null,
  due_at timestamptz not null,
  opened_at timestamptz not null,
  value bytea not null
);

create table console.identity_decision (
  decision_id text primary key,
  decided_by text not null,
  decided_at timestamptz not null,
  undoes text,
  value bytea not null
);
create index identity_decision_undoes on console.identity_decision (undoes);

-- They fill from the first record of their topics.
delete from console.progress where topic in ('identity-tasks.v1', 'identity-ledger.v1');

grant select, insert, update, delete on all tables in schema console to hub_console;
