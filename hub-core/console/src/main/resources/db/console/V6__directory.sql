-- The lead directory, version by version, as whoever changed it wrote it. The newest holds; a version is never altered.
-- What is told to the streams of it goes out through the outbox. The reason is about staff and organisations, and is
-- read by administrators.
create table console.directory_version (
  version bigint primary key,
  content text not null,
  actor text not null,
  reason text not null,
  at timestamptz not null default now(),
  taken_at timestamptz
);

-- How many open alerts are with whom: what a change of the directory would move.
create view console.open_alerts_by_owner as
  select owner_person, owner_role, count(*) as alerts from console.alert where state = 'OPEN'
  group by owner_person, owner_role;

grant select, insert on console.directory_version to hub_console;
grant update (taken_at) on console.directory_version to hub_console;
grant select on console.open_alerts_by_owner to hub_console;

-- The command line may read the directory and add a version, and nothing else; the console takes it over.
grant usage on schema console to hub_directory;
grant select (version, content, actor, reason, at, taken_at) on console.directory_version to hub_directory;
grant insert (version, content, actor, reason) on console.directory_version to hub_directory;
grant select on console.open_alerts_by_owner to hub_directory;
