-- A till whose journal is not believed (journal-rolled-back): since when, when last, why, and how many such occasions
-- there were, so that each is told once.
alter table pos.till add column refused_since timestamp(6) with time zone;
alter table pos.till add column refused_at timestamp(6) with time zone;
alter table pos.till add column refused_kind varchar(24);
alter table pos.till add column refusals integer default 0 not null;
