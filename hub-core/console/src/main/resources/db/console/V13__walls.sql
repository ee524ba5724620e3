-- Decisions about protected identities are for their stewards only.
delete from console.identity_decision;
alter table console.identity_decision add column child_ref text not null;
alter table console.identity_decision add column protected boolean not null;
create index identity_decision_of_child on console.identity_decision (child_ref);

-- The table fills from the first record of its topic.
delete from console.progress where topic = 'identity-ledger.v1';
