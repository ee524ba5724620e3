-- Keys of person references, wrapped under the master key. Not rebuildable from topics; backups are kept 30 days at
-- most, or erasure by destroying a key would not hold.
create table keys.person_key (
  key_ref text primary key,
  wrapped bytea not null,
  created_at timestamptz not null default now()
);
grant usage on schema keys to hub_identity, hub_console;
grant select, insert on keys.person_key to hub_identity;
grant select on keys.person_key to hub_console;
