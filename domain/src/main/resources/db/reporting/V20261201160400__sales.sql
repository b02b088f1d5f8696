create schema if not exists reporting;

-- Which orders stand in the sums, and where: what becomes of one later is taken from the same place again.
create table reporting.counted_order (
    order_id uuid primary key,
    business_date date not null,
    day_hour integer not null,
    guest varchar(16) not null,
    outcome varchar(16) not null
);

-- What was sold on a business day of a location, summed up in several ways; item says which of its kind, label its name then.
create table reporting.sale (
    tenant_id uuid not null,
    kind varchar(16) not null,
    business_date date not null,
    location_id uuid not null,
    item varchar(300) not null,
    label varchar(300) not null,
    orders bigint not null,
    pieces bigint not null,
    gross_minor bigint not null,
    net_minor bigint not null,
    tax_minor bigint not null,
    tip_minor bigint not null,
    primary key (tenant_id, kind, business_date, location_id, item)
);

-- How far the orders are counted that were there before anything was.
create table reporting.filling (
    name varchar(16) primary key,
    last_order uuid not null,
    reached_at timestamp(6) with time zone,
    done boolean not null
);
insert into reporting.filling (name, last_order, done) values ('sales', cast('00000000-0000-0000-0000-000000000000' as uuid), false);
insert into kernel.duty (name) values ('sales');
