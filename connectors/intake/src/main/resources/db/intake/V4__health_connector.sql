-- The connector of health signs in under a role of its own.
grant usage on schema intake to hub_connector_health;
grant select, insert, update on intake.receipt, intake.feed_count to hub_connector_health;
