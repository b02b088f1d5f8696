alter table tenancy.location add column held_percent integer default 20 not null;
alter table tenancy.location add column held_at_least integer default 3 not null;
alter table tenancy.location add column ask_before_handover_seconds integer default 3600 not null;
alter table tenancy.location add column booked_within_seconds integer default 180 not null;
alter table tenancy.location add column digest_every_seconds integer default 1800 not null;
