-- What the person who is responsible for the alert decided: the newest answer of each subject, and when. It never goes
-- back, and neither who answered nor any word of the reason is here.
alter table intake.disposition add column answer text, add column answered_at timestamptz,
  add check ((answer is null) = (answered_at is null));
