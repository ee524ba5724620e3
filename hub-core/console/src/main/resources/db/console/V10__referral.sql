-- Referrals of providers without a system of their own. Typed in by people: stays. What a referral says is sealed, and
-- is let go once the intake has it; what was refused waits to be put right.
create table console.referral (
  referral_id text primary key,
  agency text not null,
  person_id text not null,
  made_at timestamptz not null,
  attempt integer not null,
  type text not null,
  state text not null check (state in ('WAITING', 'RECEIVED', 'REFUSED')),
  key_ref text,
  sealed_for text,
  content bytea,
  receipt_id text,
  step text,
  reason_code text,
  pointer text,
  explanation text,
  check ((state = 'RECEIVED') = (content is null))
);
create index referral_of_person on console.referral (person_id, made_at desc);
create index referral_waiting on console.referral (made_at) where state = 'WAITING';

grant select, insert, update on console.referral to hub_console;
