alter table ordering.customer_order add column search_mail varchar(254) default '' not null;
create index customer_order_by_mail on ordering.customer_order (tenant_id, search_mail);
