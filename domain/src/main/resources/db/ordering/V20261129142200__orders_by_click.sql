-- Order requests that wait for a click in a mail; they end within minutes, and what was typed with them.
create table ordering.unconfirmed_order (
    id uuid primary key,
    tenant_id uuid not null,
    location_id uuid not null,
    idempotency_key varchar(100) not null,
    cart_hash varchar(64),
    mail_hash varchar(64) not null,
    secret_hash varchar(64) unique,
    request text not null,
    times integer not null,
    ends_at timestamp(6) with time zone not null,
    version integer not null,
    unique (tenant_id, idempotency_key)
);
create index unconfirmed_order_by_end on ordering.unconfirmed_order (ends_at, id);
create index unconfirmed_order_by_mail on ordering.unconfirmed_order (tenant_id, mail_hash);
