-- How soon somebody may try again, one row for whatever is counted: an account from one address, an address, an
-- account from everywhere, an account from a known device. Subjects are hashes.
drop table identity.sign_in_attempt;

create table identity.sign_in_throttle (
    subject varchar(64) primary key,
    failures integer not null,
    tried_at timestamp(6) with time zone not null,
    next_at timestamp(6) with time zone not null
);
create index sign_in_throttle_by_time on identity.sign_in_throttle (tried_at);

-- Devices from which somebody signed in before: strangers who try the account do not keep them waiting.
create table identity.known_device (
    token_hash varchar(64) not null,
    user_id uuid not null references identity.portal_user,
    used_at timestamp(6) with time zone not null,
    primary key (token_hash, user_id)
);
create index known_device_by_user on identity.known_device (user_id, used_at);
create index known_device_by_time on identity.known_device (used_at);
