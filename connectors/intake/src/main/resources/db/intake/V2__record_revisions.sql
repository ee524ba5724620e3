-- A source that keeps its record ids corrects a record by sending it again with other content. Each content is an event of
-- its own that supersedes the one before; here stands which content of which record it is.
alter table intake.receipt
  add column record_id text,                 -- event id of the record's first content
  add column revision  integer,              -- from 1
  add check ((record_id is null) = (revision is null));

create index receipt_revisions on intake.receipt (feed, record_id, revision desc) where record_id is not null and not refused;
