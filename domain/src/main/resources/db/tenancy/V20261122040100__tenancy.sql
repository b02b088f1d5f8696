create schema if not exists tenancy;

create table tenancy.tenant (
    id uuid primary key,
    slug varchar(63) not null unique,
    name varchar(120) not null,
    currency varchar(3) not null,
    brand_colour varchar(7) not null,
    default_language varchar(2) not null,
    created_at timestamp(6) with time zone not null,
    version integer not null
);

create table tenancy.location (
    id uuid primary key,
    tenant_id uuid not null references tenancy.tenant,
    slug varchar(63) not null,
    name varchar(120) not null,
    street varchar(200) not null,
    postcode varchar(10) not null,
    city varchar(120) not null,
    country varchar(2) not null,
    phone varchar(40) not null,
    legal_name varchar(200) not null,
    imprint varchar(4000) not null,
    time_zone varchar(64) not null,
    cutoff time not null,
    order_types varchar(100) not null,
    lead_minutes integer not null,
    mail_to varchar(254) not null,
    second_contact varchar(254),
    unclaimed_after_seconds integer not null,
    second_contact_after_seconds integer not null,
    emergency_since timestamp(6) with time zone,
    emergency_by varchar(200),
    version integer not null,
    unique (tenant_id, slug)
);

create table tenancy.opening_window (
    id uuid primary key,
    location_id uuid not null references tenancy.location,
    order_type varchar(16),
    weekday integer,
    on_date date,
    opens time,
    closes time
);
create index opening_window_by_location on tenancy.opening_window (location_id);

create table tenancy.delivery_zone (
    id uuid primary key,
    location_id uuid not null references tenancy.location,
    postcode varchar(10) not null,
    minimum_minor bigint not null,
    fee_minor bigint not null,
    free_from_minor bigint,
    unique (location_id, postcode)
);
create index delivery_zone_by_postcode on tenancy.delivery_zone (postcode);
