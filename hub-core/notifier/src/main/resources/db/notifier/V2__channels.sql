-- A person has several channels in an order: channel is the one that is tried now, other_channels are those after it.
-- Attempts on a channel are counted from its first one.
alter table notifier.delivery
  drop constraint delivery_channel_check,
  add constraint delivery_channel_check check (channel in ('EMAIL', 'WEBHOOK', 'TEXT')),
  add column other_channels text[] not null default '{}',
  add column earlier_attempts int not null default 0;

-- What an attempt came to is told with the channel of that attempt.
alter table notifier.outcome
  add column channel text check (channel in ('EMAIL', 'WEBHOOK', 'TEXT')),
  drop constraint outcome_kind_check,
  add constraint outcome_kind_check
    check (kind in ('DELIVERED', 'FAILED_WILL_RETRY', 'UNDELIVERABLE', 'NEXT_CHANNEL', 'HANDED_OVER'));
update notifier.outcome o set channel = d.channel from notifier.delivery d where d.notification_id = o.notification_id;
alter table notifier.outcome alter column channel set not null;

drop index notifier.outcome_settled_once;
create unique index outcome_settled_once on notifier.outcome (notification_id)
  where kind in ('DELIVERED', 'UNDELIVERABLE');
