-- Guests of whom a location, or a whole brand, takes no orders over the web. Nothing in it tells who they are.
create table ordering.blocked_guest (
    id uuid primary key,
    tenant_id uuid not null,
    location_id uuid not null,
    whole_brand boolean not null,
    mail_hash varchar(64) not null,
    phone_hash varchar(64) not null,
    order_id uuid not null,
    order_number varchar(20) not null,
    reason varchar(200) not null,
    blocked_by varchar(200) not null,
    blocked_at timestamp(6) with time zone not null,
    ends_at timestamp(6) with time zone not null,
    unique (tenant_id, order_id)
);
create index blocked_guest_by_mail on ordering.blocked_guest (tenant_id, mail_hash);
create index blocked_guest_by_phone on ordering.blocked_guest (tenant_id, phone_hash);
create index blocked_guest_by_end on ordering.blocked_guest (ends_at);
create index blocked_guest_by_order on ordering.blocked_guest (order_id);
