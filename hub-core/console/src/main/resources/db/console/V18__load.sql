-- By what a list stands within a severity: concerns about the alert's subject that fade with time. Terms by handling
-- class and half-life, so that each reader's list is ordered by what that reader may see, at any moment. Parts of
-- projections: they fill again from their topics.
alter table console.alert
  add column subject text;

alter table console.subject
  add column load_at timestamptz,
  add column load_classes text[] not null default '{}',
  add column load_half_lives int[] not null default '{}',
  add column load_sums double precision[] not null default '{}',
  add column load_floors double precision[] not null default '{}',
  add column load_protective int not null default 0;

delete from console.progress where topic in ('alerts.v1', 'subjects.v1');
