-- The connectors of social care and of agencies with a mapping file take messages in as the others do.
grant usage on schema intake to hub_connector_social_care, hub_connector_agency;
grant select, insert, update on intake.receipt, intake.feed_count to hub_connector_social_care, hub_connector_agency;
