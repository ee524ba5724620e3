-- Whom and what an alert concerns, so that nobody finds one that they are in a conflict of interest with. The
-- projection fills again from the first record.
alter table console.alert add column concerns text[] not null default '{}';
delete from console.alert;
delete from console.progress where topic = 'alerts.v1';

-- When the lead directory is looked through again for roles in which nobody can be told: one row.
create table console.directory_check (
  one boolean primary key default true check (one),
  due_at timestamptz not null
);

-- The roles of which an alert says that nobody can be told, and since which day.
create table console.role_unreached (
  role text primary key,
  since date not null
);

grant select, insert, update on console.directory_check to hub_console;
grant select, insert, delete on console.role_unreached to hub_console;
