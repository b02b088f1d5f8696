-- Where an act came from. Beside the act, since an address is a person's and goes after its term, and the act stays.
create table kernel.audit_origin (
    entry_id uuid primary key,
    happened_at timestamp(6) with time zone not null,
    address varchar(64) not null,
    session_id uuid
);
create index audit_origin_by_time on kernel.audit_origin (happened_at);
