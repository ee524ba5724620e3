-- What came of telling somebody, channel by channel. What was kept before says its channel in its value only.
alter table console.delivery
  add column channel text not null default '',
  drop constraint delivery_pkey,
  add primary key (notification_id, channel);
alter table console.delivery alter column channel drop default;

-- Notices that reached nobody and whose alert has not heard of it yet: the alert's picture may come after the notice's
-- outcome. A part of the projection.
create table console.undelivered (
  notification_id text primary key,
  alert_id text not null,
  value bytea not null
);
grant select, insert, update, delete on console.undelivered to hub_console;
