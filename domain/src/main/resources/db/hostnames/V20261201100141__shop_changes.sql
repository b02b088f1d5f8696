-- What guests see of a tenant changed: each node reads that shop anew. Swept after a day.
create table hostnames.shop_change (
    id uuid primary key,
    tenant_id uuid not null,
    names boolean not null,
    changed_at timestamp(6) with time zone not null
);
create index shop_change_by_time on hostnames.shop_change (changed_at);
