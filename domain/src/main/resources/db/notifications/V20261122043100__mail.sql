create schema if not exists notifications;

create table notifications.mail (
    id uuid primary key,
    kind varchar(32) not null,
    about_id uuid not null,
    episode integer not null,
    tenant_id uuid not null,
    location_id uuid not null,
    recipient varchar(254) not null,
    language varchar(2) not null,
    subject varchar(200) not null,
    body_text varchar(1000000) not null,
    body_html varchar(1000000) not null,
    message_id varchar(120) not null unique,
    state varchar(16) not null,
    attempts integer not null,
    next_try timestamp(6) with time zone not null,
    last_error varchar(500),
    created_at timestamp(6) with time zone not null,
    sent_at timestamp(6) with time zone,
    unique (about_id, kind, episode, recipient)
);
create index mail_by_next_try on notifications.mail (state, next_try);
create index mail_by_tenant on notifications.mail (tenant_id, created_at);

insert into kernel.duty (name) values ('unclaimed-orders');
