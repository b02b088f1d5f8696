create table catalog.article_image (
    id uuid primary key,
    tenant_id uuid not null,
    article_id varchar(64) not null,
    media_type varchar(32) not null,
    etag varchar(64) not null,
    content bytea not null,
    changed_at timestamp(6) with time zone not null,
    version integer not null,
    unique (tenant_id, article_id)
);
