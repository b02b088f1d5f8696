-- How fast orders come by mailbox, phone, cart and location; busy_until in milliseconds since 1970.
create table ordering.pace (
    key_hash varchar(64) primary key,
    busy_until bigint not null
);
create index pace_by_end on ordering.pace (busy_until);
