-- What was typed at the checkout lives with the cart, and ends with the order.
alter table ordering.cart add column typed text;
alter table ordering.cart add column typed_at timestamp(6) with time zone;
-- The forms opened last from which something was put in, so that an answer that got lost adds nothing twice.
alter table ordering.cart add column openings varchar(2000) default '' not null;
-- The idempotency key of the cart's last order: the way from a guest's cookie to it.
alter table ordering.cart add column order_key varchar(100);
