-- The connector of police forces signs in under a role of its own.
grant usage on schema intake to hub_connector_police;
grant select, insert, update on intake.receipt, intake.feed_count to hub_connector_police;
