-- What a word of a location's menu means: one of the codes, or null for "no allergen".
create table sync.allergen_meaning (
    id uuid primary key,
    tenant_id uuid not null,
    location_id uuid not null,
    word varchar(100) not null,
    code varchar(20),
    said_by varchar(200) not null,
    said_at timestamp(6) with time zone not null,
    unique (location_id, word)
);
