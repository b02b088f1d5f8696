create schema if not exists menu;

create table menu.draft (
    location_id uuid primary key,
    tenant_id uuid not null,
    revision integer not null,
    base_version varchar(64) not null,
    document text not null,
    before_document text,
    deed varchar(40) not null,
    subject varchar(200) not null,
    changed_by varchar(200) not null,
    changed_at timestamp(6) with time zone not null
);
