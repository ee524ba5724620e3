-- How many access records were written since the last signed checkpoint of their chain.
alter table console.audit_head add column since_checkpoint integer not null default 0;
