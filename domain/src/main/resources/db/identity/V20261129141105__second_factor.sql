-- One-time codes as a second factor. The secrets lie sealed with the others, recovery codes are hashes.
create table identity.second_factor (
    user_id uuid primary key references identity.portal_user,
    active boolean not null,
    last_step bigint not null,
    begun_at timestamp(6) with time zone not null
);

create table identity.recovery_code (
    code_hash varchar(64) not null,
    user_id uuid not null references identity.portal_user,
    primary key (code_hash, user_id)
);
create index recovery_code_by_user on identity.recovery_code (user_id);

-- A session that waits for its code opens nothing.
alter table identity.portal_session add column waiting boolean default false not null;
