-- Which tills have something to do, however many tasks are done.
create index till_task_open on pos.till_task (done_at, till_id);
