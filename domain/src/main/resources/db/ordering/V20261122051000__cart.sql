create schema if not exists ordering;

create table ordering.cart (
    id uuid primary key,
    token_hash varchar(64) not null,
    tenant_id uuid not null,
    location_id uuid not null,
    order_type varchar(16) not null,
    contents text not null,
    updated_at timestamp(6) with time zone not null,
    version integer not null,
    unique (token_hash, location_id)
);
create index cart_by_age on ordering.cart (updated_at);
