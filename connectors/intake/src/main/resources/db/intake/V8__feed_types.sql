-- When each feed last sent something of each event type that was accepted: what is expected of it and not heard.
create table intake.feed_type (
  feed             text        not null,
  type             text        not null,
  last_accepted_at timestamptz not null,
  primary key (feed, type)
);
grant select, insert, update on intake.feed_type to hub_connector_api, hub_connector_education,
  hub_connector_social_care, hub_connector_agency, hub_connector_police, hub_connector_health;
