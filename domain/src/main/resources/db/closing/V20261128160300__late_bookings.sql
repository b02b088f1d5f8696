-- Bookings of a day that was closed already: they count for the day that was open when they came.
alter table closing.business_day add column late integer default 0 not null;

create table closing.late_booking (
    id uuid primary key,
    day_id uuid not null references closing.business_day,
    order_id uuid not null,
    meant_for date not null,
    booked_at timestamp(6) with time zone not null,
    received_at timestamp(6) with time zone not null
);
create index late_booking_by_day on closing.late_booking (day_id, meant_for);
