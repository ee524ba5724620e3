-- Whom something that was agreed about an alert is for, while it is to be done: person:, role: or agency: and a code.
alter table console.alert add column plan_for text[] not null default '{}';
create index alert_plan_for on console.alert using gin (plan_for);

-- What was agreed before has to find its place: the projection fills again from the topic.
delete from console.progress where topic = 'alerts.v1';
