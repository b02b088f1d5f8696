create table sync.sync_request (
    id uuid primary key,
    tenant_id uuid not null,
    location_id uuid not null,
    -- Null once it has ended, so a location has one open request at most.
    open_location uuid unique,
    stage varchar(16) not null,
    asked_by_id varchar(64) not null,
    asked_by varchar(200) not null,
    till_name varchar(80),
    requested_at timestamp(6) with time zone not null,
    answered_at timestamp(6) with time zone,
    due_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    received_bytes bigint not null,
    total_bytes bigint not null,
    version varchar(64) not null,
    articles integer not null,
    refused integer not null,
    code varchar(64),
    detail varchar(500),
    lock_version integer not null
);
create index sync_request_by_location on sync.sync_request (location_id, requested_at);
create index sync_request_due on sync.sync_request (due_at);
