-- Which call told the highest number: the same call again is a repetition, another one with that number is a clone.
alter table pos.till add column journal_call varchar(64);
