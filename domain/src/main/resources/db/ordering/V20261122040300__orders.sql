create schema if not exists ordering;

create table ordering.customer_order (
    id uuid primary key,
    tenant_id uuid not null,
    location_id uuid not null,
    order_number varchar(20) not null,
    placed_at timestamp(6) with time zone not null,
    order_type varchar(16) not null,
    fulfil_at timestamp(6) with time zone,
    guest_name varchar(80) not null,
    guest_phone varchar(30) not null,
    currency varchar(3) not null,
    total_minor bigint not null,
    status varchar(16) not null,
    status_at timestamp(6) with time zone not null,
    status_reason varchar(500),
    idempotency_key varchar(100) not null,
    request_hash varchar(64) not null,
    tracking_token varchar(64) not null unique,
    document text not null,
    version integer not null,
    unique (tenant_id, idempotency_key),
    unique (tenant_id, order_number)
);
create index customer_order_by_location on ordering.customer_order (location_id, placed_at);
create index customer_order_by_tenant on ordering.customer_order (tenant_id, placed_at);

create table ordering.order_number (
    tenant_id uuid not null,
    number_year integer not null,
    last_number bigint not null,
    primary key (tenant_id, number_year)
);
