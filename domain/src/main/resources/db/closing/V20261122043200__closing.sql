create schema if not exists closing;

create table closing.calendar (
    location_id uuid primary key,
    time_zone varchar(64) not null,
    cutoff time not null,
    last_day date not null,
    next_due timestamp(6) with time zone not null
);
create index calendar_by_due on closing.calendar (next_due);

create table closing.business_day (
    id uuid primary key,
    location_id uuid not null,
    business_date date not null,
    begins_at timestamp(6) with time zone not null,
    ends_at timestamp(6) with time zone not null,
    first_booking_at timestamp(6) with time zone,
    first_received_at timestamp(6) with time zone not null,
    bookings integer not null,
    closed_at timestamp(6) with time zone,
    unique (location_id, business_date)
);

create table closing.cutoff_run (
    id uuid primary key,
    location_id uuid not null,
    boundary_day date not null,
    boundary_at timestamp(6) with time zone not null,
    ran_at timestamp(6) with time zone not null,
    missed_days integer not null,
    published_at timestamp(6) with time zone,
    publish_attempts integer not null,
    publish_again_at timestamp(6) with time zone not null,
    publish_error varchar(500),
    unique (location_id, boundary_day)
);
create index cutoff_run_unpublished on closing.cutoff_run (published_at, publish_again_at);

create table closing.carried_over (
    run_id uuid not null references closing.cutoff_run,
    order_id uuid not null,
    order_number varchar(20) not null,
    placed_at timestamp(6) with time zone not null,
    order_status varchar(16) not null,
    transfer_state varchar(24) not null,
    primary key (run_id, order_id)
);

insert into kernel.duty (name) values ('day-end');
