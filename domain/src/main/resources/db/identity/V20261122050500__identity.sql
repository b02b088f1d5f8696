create schema if not exists identity;

create table identity.portal_user (
    id uuid primary key,
    login varchar(120) not null unique,
    name varchar(120) not null,
    role varchar(16) not null,
    tenant_id uuid,
    password_hash varchar(200) not null,
    active boolean not null,
    created_at timestamp(6) with time zone not null,
    last_sign_in_at timestamp(6) with time zone,
    version integer not null
);
create index portal_user_by_tenant on identity.portal_user (tenant_id);

create table identity.portal_user_location (
    user_id uuid not null references identity.portal_user,
    location_id uuid not null,
    primary key (user_id, location_id)
);

create table identity.portal_session (
    id uuid primary key,
    token_hash varchar(64) not null unique,
    user_id uuid not null references identity.portal_user,
    opened_at timestamp(6) with time zone not null,
    used_at timestamp(6) with time zone not null
);
create index portal_session_by_user on identity.portal_session (user_id);

create table identity.sign_in_attempt (
    id uuid primary key,
    account varchar(64) not null,
    address varchar(64) not null,
    tried_at timestamp(6) with time zone not null
);
create index sign_in_attempt_by_account on identity.sign_in_attempt (account, tried_at);
create index sign_in_attempt_by_address on identity.sign_in_attempt (address, tried_at);

create table identity.setup_link (
    token_hash varchar(64) primary key,
    expires_at timestamp(6) with time zone not null
);
