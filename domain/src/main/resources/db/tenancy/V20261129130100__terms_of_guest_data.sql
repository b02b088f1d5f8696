-- For how long a brand keeps what tells who its guests are.
alter table tenancy.tenant add column guest_data_days integer default 90 not null;
alter table tenancy.tenant add column guest_link_days integer default 30 not null;
