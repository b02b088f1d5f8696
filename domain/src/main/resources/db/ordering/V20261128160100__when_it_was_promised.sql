-- By when the guest was told to have it; empty in orders from before it was written down.
alter table ordering.customer_order add column promised_at timestamp(6) with time zone;
