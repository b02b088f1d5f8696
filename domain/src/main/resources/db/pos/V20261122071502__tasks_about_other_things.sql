alter table pos.till_task alter column order_id drop not null;
alter table pos.till_task add column subject_id uuid;
create index till_task_by_subject on pos.till_task (subject_id);
