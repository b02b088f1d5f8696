-- When a location was last written to about waiting orders of one kind, and how often.
create table notifications.digest (
    location_id uuid not null,
    kind varchar(32) not null,
    written_at timestamp(6) with time zone not null,
    number integer not null,
    primary key (location_id, kind)
);

-- Which orders were written about together, in a digest: each once per kind and episode (I6).
create table notifications.told (
    order_id uuid not null,
    kind varchar(32) not null,
    episode integer not null,
    location_id uuid not null,
    number integer not null,
    told_at timestamp(6) with time zone not null,
    primary key (order_id, kind, episode)
);
create index told_by_digest on notifications.told (location_id, kind, number);
create index told_by_age on notifications.told (told_at);
