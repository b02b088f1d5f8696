create schema if not exists acme;

create table acme.account (
    directory varchar(500) primary key,
    id uuid not null,
    url varchar(500),
    created_at timestamp(6) with time zone not null,
    registered_at timestamp(6) with time zone
);

create table acme.domain (
    host varchar(253) primary key,
    tenant_id uuid not null,
    allowed_since timestamp(6) with time zone,
    phase varchar(16) not null,
    phase_since timestamp(6) with time zone not null,
    next_at timestamp(6) with time zone not null,
    fence bigint not null,
    order_url varchar(1000) not null,
    challenge varchar(16) not null,
    token varchar(200) not null,
    answer varchar(500) not null,
    failures integer not null,
    reason varchar(32) not null,
    detail varchar(500) not null,
    limited_until timestamp(6) with time zone,
    tried_at timestamp(6) with time zone,
    certificate_id uuid,
    obtained_at timestamp(6) with time zone,
    stands_for uuid,
    window_of varchar(64) not null,
    window_from timestamp(6) with time zone,
    window_until timestamp(6) with time zone,
    window_next_at timestamp(6) with time zone
);
create index domain_by_next on acme.domain (next_at);
create index domain_by_phase on acme.domain (phase);
