create schema if not exists catalog;

create table catalog.menu_version (
    id uuid primary key,
    tenant_id uuid not null,
    location_id uuid not null,
    version varchar(64) not null,
    state varchar(16) not null,
    document text not null,
    articles integer not null,
    received_at timestamp(6) with time zone not null,
    published_at timestamp(6) with time zone,
    lock_version integer not null
);
create index menu_version_by_location on catalog.menu_version (location_id, state);

create table catalog.shown_menu (
    location_id uuid primary key,
    menu_version_id uuid not null references catalog.menu_version,
    sequence integer not null
);

create table catalog.article_block (
    id uuid primary key,
    tenant_id uuid not null,
    location_id uuid not null,
    article_id varchar(64) not null,
    source varchar(16) not null,
    blocked_until timestamp(6) with time zone,
    blocked_at timestamp(6) with time zone not null,
    blocked_by varchar(200) not null,
    unique (location_id, article_id, source)
);

create table catalog.availability_counter (
    id uuid primary key,
    tenant_id uuid not null,
    location_id uuid not null,
    article_id varchar(64) not null,
    remaining integer not null check (remaining >= 0),
    counted_at timestamp(6) with time zone not null,
    unique (location_id, article_id)
);
