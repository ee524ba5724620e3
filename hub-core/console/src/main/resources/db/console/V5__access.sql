-- Who saw what, for the pages that tell it. The chain in access-audit.v1 is the record; this is written with it, in the
-- same transaction, and begins with this release.
create table console.access (
  audit_id text primary key,
  actor text not null,
  action text not null,
  object_kind text not null,
  object_id text not null,
  at timestamptz not null
);
create index access_of_object on console.access (object_kind, object_id, at desc);

grant select, insert on console.access to hub_console;

-- Who has still to say that they read an alert's last correction.
alter table console.alert add column to_confirm text[] not null default '{}';
create index alert_to_confirm on console.alert using gin (to_confirm);
