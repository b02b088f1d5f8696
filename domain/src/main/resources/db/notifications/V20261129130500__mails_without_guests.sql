-- Since when a mail says no more than that it was written.
alter table notifications.mail add column erased_at timestamp(6) with time zone;
