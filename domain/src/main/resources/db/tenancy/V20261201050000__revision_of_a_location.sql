-- Counts what changes beside the row of a location itself: its opening windows, its delivery zones.
alter table tenancy.location add column revision bigint default 0 not null;
