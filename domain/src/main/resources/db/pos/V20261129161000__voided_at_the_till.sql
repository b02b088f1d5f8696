-- When a till was asked to cancel an order it has, and when somebody said that the order is cancelled there.
alter table pos.transfer add column void_asked_at timestamp(6) with time zone;
alter table pos.transfer add column voided_at timestamp(6) with time zone;
