-- What a lead's list is chosen and ordered by. Agencies stand with the handling class of what they reported, as
-- H1:agency: what a reader may not see is no ground to choose by. A part of the projection: it fills again from the topic.
alter table console.alert
  add column raised_at timestamptz,
  add column changed_at timestamptz,
  add column patterns text[] not null default '{}',
  add column pattern_titles text[] not null default '{}',
  add column agencies text[] not null default '{}';

delete from console.progress where topic = 'alerts.v1';
