create schema if not exists hostnames;

create table hostnames.shop_domain (
    host varchar(253) primary key,
    tenant_id uuid not null,
    kind varchar(8) not null,
    created_at timestamp(6) with time zone not null
);
create index shop_domain_by_tenant on hostnames.shop_domain (tenant_id);
