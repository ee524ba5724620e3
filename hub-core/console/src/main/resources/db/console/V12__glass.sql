-- Who opened an alert that was not in their hands, why (sealed), until when, and what a review of it found. Typed in by
-- people: stays.
create table console.glass (
  id text primary key,
  alert_id text not null,
  person_id text not null,
  reason_key text not null,
  reason bytea not null,
  at timestamptz not null,
  until timestamptz not null,
  reviewed_by text,
  outcome text,
  note_key text,
  note bytea,
  reviewed_at timestamptz
);
create index glass_of_person on console.glass (person_id, alert_id, until);
create index glass_waiting on console.glass (at) where outcome is null;

grant select, insert on console.glass to hub_console;
grant update (reviewed_by, outcome, note_key, note, reviewed_at) on console.glass to hub_console;
