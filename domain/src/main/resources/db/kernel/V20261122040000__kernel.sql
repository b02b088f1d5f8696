create schema if not exists kernel;

create table kernel.audit_entry (
    id uuid primary key,
    happened_at timestamp(6) with time zone not null,
    tenant_id uuid,
    actor_kind varchar(16) not null,
    actor_id varchar(64) not null,
    actor_name varchar(200) not null,
    action varchar(64) not null,
    subject varchar(200) not null,
    detail varchar(2000) not null
);
create index audit_entry_by_tenant on kernel.audit_entry (tenant_id, id);
