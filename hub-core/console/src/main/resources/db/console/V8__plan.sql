-- When the next of the actions that were agreed about an alert is due. What stands here from before agrees on nothing.
alter table console.alert add column plan_due_at timestamptz;
create index alert_plan_due on console.alert (plan_due_at) where plan_due_at is not null;
