-- The till belongs into the key: what one till reports must not stand in the way of another's. The key had no name of
-- its own, and the two databases gave it different ones; so the table is made anew.
alter table pos.till_event rename to till_event_before;

create table pos.till_event (
    order_id uuid not null,
    till_id uuid not null,
    fence bigint not null,
    seq integer not null,
    event_type varchar(16) not null,
    happened_at timestamp(6) with time zone,
    received_at timestamp(6) with time zone not null,
    reason varchar(500),
    receipt varchar(2000),
    may_be_doubled boolean not null,
    constraint till_event_key primary key (order_id, till_id, fence, seq)
);

insert into pos.till_event (order_id, till_id, fence, seq, event_type, happened_at, received_at, reason, receipt,
    may_be_doubled)
select order_id, till_id, fence, seq, event_type, happened_at, received_at, reason, receipt, may_be_doubled
from pos.till_event_before;

drop table pos.till_event_before;
