-- The receipt of an accepted message is named by a keyed hash of its feed and event id: the primary key says already that
-- an event has one. Every message had to be entered here, too, at a place of its own in an index that no longer fits into
-- memory once there are many.
drop index intake.receipt_one_per_event;
