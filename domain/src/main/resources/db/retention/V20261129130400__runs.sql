create schema if not exists retention;

-- What was taken out on one day of one brand's orders; counts only.
create table retention.run (
    tenant_id uuid not null,
    run_day date not null,
    orders bigint not null,
    traces bigint not null,
    oldest_at timestamp(6) with time zone not null,
    newest_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone not null,
    primary key (tenant_id, run_day)
);

insert into kernel.duty (name) values ('guest-data');
