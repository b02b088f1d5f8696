-- Which tick of a browser moved an order: sent again, it is told that it worked.
create table pos.tick (
    order_id uuid not null,
    tick_key varchar(64) not null,
    fence bigint not null,
    primary key (order_id, tick_key)
);
