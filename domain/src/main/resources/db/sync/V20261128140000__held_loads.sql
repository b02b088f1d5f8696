create table sync.held_load (
    -- The menu version that is held.
    id uuid primary key,
    tenant_id uuid not null,
    location_id uuid not null,
    -- Null once it is decided, so a location has one held load at most.
    open_location uuid unique,
    -- What the location was written about; a load that replaces a held one is no second mail.
    notice_id uuid not null,
    version varchar(64) not null,
    first_menu boolean not null,
    on_sale integer not null,
    missing integer not null,
    dishes text not null,
    held_at timestamp(6) with time zone not null
);
create index held_load_by_location on sync.held_load (location_id, held_at);

-- What of the last full load could not be read at all, and no increment has mended since.
alter table sync.received_catalog add column unreadable text;
