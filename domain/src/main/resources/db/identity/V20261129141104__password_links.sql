-- Where a person is written to about the own account, and links with which a password is chosen.
alter table identity.portal_user add column mail varchar(254);
create index portal_user_by_mail on identity.portal_user (mail);

create table identity.password_link (
    token_hash varchar(64) primary key,
    user_id uuid not null references identity.portal_user,
    purpose varchar(16) not null,
    expires_at timestamp(6) with time zone not null
);
create index password_link_by_user on identity.password_link (user_id);
create index password_link_by_time on identity.password_link (expires_at);
