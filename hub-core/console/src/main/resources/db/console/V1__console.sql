-- The console's own rows. What people type in or do stands above the line; below it is the projection of the topics,
-- which can be emptied at any time and fills itself again.

create table console.account (
  user_name text primary key,
  person_id text not null unique,
  password_hash text not null
);

-- Opaque ids, digested: a copy of this table opens nothing.
create table console.session (
  id_hash text primary key,
  person_id text not null,
  csrf_token text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null
);

create table console.sign_in_failure (
  name_digest text primary key,
  failures integer not null,
  last_at timestamptz not null
);

-- Records on their way to a topic, stored with the change that caused them and published exactly as stored.
create table console.outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  record_key text not null,
  record_value bytea
);

create table console.action (
  action_id text primary key,
  alert_id text not null,
  person_id text not null,
  kind text not null,
  decision text,
  expected_version bigint not null,
  at timestamptz not null,
  outbox_id bigint not null
);
create index action_of_alert on console.action (alert_id, person_id);

-- Head of the chain of access records: one row.
create table console.audit_head (
  one boolean primary key default true check (one),
  hash text not null
);
insert into console.audit_head (hash) values ('');

-- What of the lead directory was published last, by digest of its content.
create table console.directory_published (
  record_key text primary key,
  digest text not null,
  version bigint not null
);

-- ---------------------------------------------------------------------------------------------------------------------

create table console.progress (
  topic text not null,
  part integer not null,
  next_offset bigint not null,
  primary key (topic, part)
);

create table console.alert (
  alert_id text primary key,
  state text not null,
  severity text not null,
  owner_role text not null,
  owner_person text not null,
  due_at timestamptz,
  version bigint not null,
  value bytea not null
);
create index alert_of_person on console.alert (owner_person, state);
create index alert_of_role on console.alert (owner_role, state);

create table console.subject_event (
  record_key text primary key,
  subject text not null,
  event_id text not null,
  type text not null,
  value bytea not null
);
create index subject_event_by_event on console.subject_event (event_id);
create index subject_event_by_subject on console.subject_event (subject, type);

create table console.person_link (
  person_ref text primary key,
  child_ref text not null,
  confirmed boolean not null,
  decided_at timestamptz not null,
  value bytea not null
);
create index person_link_by_child on console.person_link (child_ref);

create table console.delivery (
  notification_id text primary key,
  alert_id text not null,
  value bytea not null
);
create index delivery_of_alert on console.delivery (alert_id);

create table console.identity_task (
  task_id text primary key,
  open boolean not null
);

create table console.feed (
  feed text primary key,
  value bytea not null
);

grant usage on schema console to hub_console;
grant select, insert, update, delete on all tables in schema console to hub_console;
