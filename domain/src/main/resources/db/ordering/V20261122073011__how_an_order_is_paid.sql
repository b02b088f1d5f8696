-- The till's list says it without reading the document; the defaults are what every order so far was.
alter table ordering.customer_order add column payment_method varchar(24) default 'AT_PICKUP' not null;
alter table ordering.customer_order add column payment_state varchar(24) default 'OPEN' not null;
update ordering.customer_order set payment_method = 'AT_DOOR' where order_type = 'DELIVERY';
update ordering.customer_order set payment_state = 'NOTHING_TO_PAY' where total_minor = 0;
