-- What guests ask for from the pages of their orders.
create table retention.request (
    id uuid primary key,
    tenant_id uuid not null,
    location_id uuid not null,
    order_id uuid not null,
    order_number varchar(20) not null,
    wish varchar(16) not null,
    -- The order while nobody has answered, so there is one open request of each kind at most.
    open_order uuid,
    asked_at timestamp(6) with time zone not null,
    answered_at timestamp(6) with time zone,
    answered_by varchar(200),
    unique (open_order, wish)
);
create index request_by_tenant on retention.request (tenant_id, open_order, asked_at);
create index request_by_order on retention.request (order_id);
