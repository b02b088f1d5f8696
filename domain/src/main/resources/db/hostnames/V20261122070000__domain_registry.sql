alter table hostnames.shop_domain add column location_id uuid;
alter table hostnames.shop_domain add column registered_by varchar(200) default 'system' not null;
alter table hostnames.shop_domain add column certificate_state varchar(16) default 'NONE' not null;
alter table hostnames.shop_domain add column certificate_since timestamp(6) with time zone;
alter table hostnames.shop_domain add column certificate_reason varchar(64) default '' not null;
alter table hostnames.shop_domain add column certificate_until timestamp(6) with time zone;
alter table hostnames.shop_domain add column hsts_since timestamp(6) with time zone;
alter table hostnames.shop_domain add column acme boolean default false not null;
alter table hostnames.shop_domain add column released_at timestamp(6) with time zone;
alter table hostnames.shop_domain add column version integer default 0 not null;

create table hostnames.dns_check (
    host varchar(253) primary key,
    state varchar(16) not null,
    since timestamp(6) with time zone not null,
    reason varchar(64) not null,
    found varchar(2000) not null,
    checked_at timestamp(6) with time zone,
    next_at timestamp(6) with time zone not null,
    tries integer not null
);
create index dns_check_by_next on hostnames.dns_check (next_at);

create table hostnames.history (
    id uuid primary key,
    host varchar(253) not null,
    tenant_id uuid not null,
    happened_at timestamp(6) with time zone not null,
    actor_name varchar(200) not null,
    event varchar(32) not null,
    detail varchar(500) not null
);
create index history_by_host on hostnames.history (host, tenant_id, id);
