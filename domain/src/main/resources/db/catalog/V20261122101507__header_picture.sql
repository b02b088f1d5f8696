create table catalog.header_picture (
    tenant_id uuid primary key,
    media_type varchar(32) not null,
    etag varchar(64) not null,
    content bytea not null,
    changed_at timestamp(6) with time zone not null,
    version integer not null
);
