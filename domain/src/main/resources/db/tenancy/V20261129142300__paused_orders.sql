-- A location takes no new orders for a while; until is null until somebody ends it.
alter table tenancy.location add column paused_since timestamp(6) with time zone;
alter table tenancy.location add column paused_until timestamp(6) with time zone;
alter table tenancy.location add column paused_by varchar(200);
