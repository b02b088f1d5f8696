-- When the orders of the day that ended were matched with the tills' bookings; days of the past are not written about.
alter table closing.cutoff_run add column matched_at timestamp(6) with time zone;
update closing.cutoff_run set matched_at = ran_at;
create index cutoff_run_unmatched on closing.cutoff_run (matched_at, ran_at);
