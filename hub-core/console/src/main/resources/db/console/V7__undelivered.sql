-- What came of telling somebody, channel by channel. What was kept without its channel fills again from the topic.
delete from console.delivery;
delete from console.progress where topic = 'deliveries.v1';
alter table console.delivery
  add column channel text not null,
  drop constraint delivery_pkey,
  add primary key (notification_id, channel);

-- Notices that reached nobody and whose alert has not heard of it yet: the alert's picture may come after the notice's
-- outcome. A part of the projection.
create table console.undelivered (
  notification_id text primary key,
  alert_id text not null,
  value bytea not null
);
grant select, insert, update, delete on console.undelivered to hub_console;
