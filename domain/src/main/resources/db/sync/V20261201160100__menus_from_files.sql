-- Who brought the master data last: a person by a file, or a till.
alter table sync.received_catalog add column by_person boolean default false not null;

-- A menu's file that a person has brought and not yet taken over.
create table sync.menu_upload (
    id uuid primary key,
    tenant_id uuid not null,
    location_id uuid not null,
    file_name varchar(120) not null,
    kind varchar(16) not null,
    content bytea not null,
    -- How it is read: the meaning of its columns, its rates. JSON.
    reading text not null,
    uploaded_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null
);
create index menu_upload_by_location on sync.menu_upload (location_id, uploaded_at);
create index menu_upload_by_end on sync.menu_upload (expires_at);
