-- The roles that have a copy of an alert, each with its agency where it is held in one. What stands here from before
-- gave none.
alter table console.alert add column copies text[] not null default '{}';
create index alert_copies on console.alert using gin (copies);
