-- Derived from the guest's name and phone, and to be erased with them. Bytes sort alike whatever the database's language.
alter table ordering.customer_order add column search_words varchar(200) default '' not null;
alter table ordering.customer_order add column search_first bytea;
alter table ordering.customer_order add column search_last bytea;
alter table ordering.customer_order add column search_phone varchar(40) default '' not null;
create index customer_order_by_first_name on ordering.customer_order (tenant_id, search_first);
create index customer_order_by_last_name on ordering.customer_order (tenant_id, search_last);
create index customer_order_by_phone on ordering.customer_order (tenant_id, search_phone);
