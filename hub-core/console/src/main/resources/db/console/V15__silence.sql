-- What is expected of which feed, since when, and which silence was told to the alerts.
create table console.feed_watch (
  feed text not null,
  type text not null,                        -- event type; empty: any message
  since timestamptz not null,
  told timestamptz,                          -- when the feed was last heard before the silence that was told
  primary key (feed, type)
);
grant select, insert, update, delete on console.feed_watch to hub_console;
