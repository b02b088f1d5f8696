create schema if not exists pos;

create table pos.till (
    id uuid primary key,
    tenant_id uuid not null,
    location_id uuid not null,
    number integer not null,
    name varchar(80) not null,
    receives_orders boolean not null,
    head_office boolean not null,
    token_hash varchar(64) unique,
    paired_at timestamp(6) with time zone,
    revoked_at timestamp(6) with time zone,
    journal_id varchar(64),
    journal_seq bigint not null,
    last_seen_at timestamp(6) with time zone,
    software varchar(80),
    version integer not null,
    unique (location_id, number)
);
create index till_by_tenant on pos.till (tenant_id);

create table pos.pairing (
    till_id uuid primary key,
    selector varchar(4) not null unique,
    pin_hash varchar(200) not null,
    expires_at timestamp(6) with time zone not null,
    wrong_tries integer not null
);

create table pos.transfer (
    order_id uuid primary key,
    tenant_id uuid not null,
    location_id uuid not null,
    placed_at timestamp(6) with time zone not null,
    state varchar(24) not null,
    fence bigint not null,
    till_id uuid,
    lease_until timestamp(6) with time zone,
    offers integer not null,
    offer_again_at timestamp(6) with time zone,
    episode integer not null,
    state_since timestamp(6) with time zone not null,
    booked boolean not null,
    owner varchar(200),
    waiting_location uuid,
    waiting_since timestamp(6) with time zone,
    receipt_number varchar(64),
    receipt_reason varchar(500),
    refusal_code varchar(64),
    refusal_detail varchar(500),
    may_be_doubled boolean not null
);
-- Null unless the order waits, so an equality or range over them meets only what waits: polls and the
-- unclaimed check cost the same at any number of stored orders.
create index transfer_waiting on pos.transfer (waiting_location, placed_at);
create index transfer_waiting_since on pos.transfer (waiting_since);
create index transfer_by_location on pos.transfer (location_id, placed_at);
create index transfer_by_tenant on pos.transfer (tenant_id, placed_at);
create index transfer_by_till on pos.transfer (till_id, state);

create table pos.transfer_move (
    id uuid primary key,
    order_id uuid not null,
    moved_at timestamp(6) with time zone not null,
    move varchar(16) not null,
    to_state varchar(24) not null,
    fence bigint not null,
    actor_kind varchar(16) not null,
    actor_id varchar(64) not null,
    actor_name varchar(200) not null,
    detail varchar(500) not null
);
create index transfer_move_by_order on pos.transfer_move (order_id, id);

create table pos.till_event (
    order_id uuid not null,
    fence bigint not null,
    seq integer not null,
    till_id uuid not null,
    event_type varchar(16) not null,
    happened_at timestamp(6) with time zone,
    received_at timestamp(6) with time zone not null,
    reason varchar(500),
    receipt varchar(2000),
    may_be_doubled boolean not null,
    primary key (order_id, fence, seq)
);

create table pos.till_task (
    id uuid primary key,
    till_id uuid not null,
    order_id uuid not null,
    kind varchar(24) not null,
    text varchar(500) not null,
    created_at timestamp(6) with time zone not null,
    done_at timestamp(6) with time zone
);
create index till_task_by_till on pos.till_task (till_id, done_at);
