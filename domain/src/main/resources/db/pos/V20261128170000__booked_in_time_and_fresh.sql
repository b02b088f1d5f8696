-- Set while a till has the order and has not reported it booked, and nobody settled it: an index over it holds only that.
alter table pos.transfer add column unbooked_since timestamp(6) with time zone;
update pos.transfer set unbooked_since = state_since where state = 'TRANSFERRED_AUTO' and booked = false;
create index transfer_unbooked on pos.transfer (unbooked_since);

-- When the guest was to have it, and whether a person said to hand it over however old it is.
alter table pos.transfer add column promised_at timestamp(6) with time zone;
update pos.transfer set promised_at = placed_at;
update pos.transfer set promised_at = (select o.fulfil_at from ordering.customer_order o where o.id = order_id)
    where exists (select 1 from ordering.customer_order o where o.id = order_id and o.fulfil_at is not null);
alter table pos.transfer alter column promised_at set not null;
alter table pos.transfer add column hand_over_anyway boolean default false not null;

-- Null unless the order waits; far in the future once a person decided. So a poll meets only what may be handed over:
-- orders that are too old cost it nothing, however many lie there.
alter table pos.transfer add column age_from timestamp(6) with time zone;
update pos.transfer set age_from = promised_at where waiting_location is not null;
drop index pos.transfer_waiting;
create index transfer_waiting on pos.transfer (waiting_location, age_from);
