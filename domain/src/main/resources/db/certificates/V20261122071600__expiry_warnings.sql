alter table certificates.certificate add column warned_step integer default -1 not null;
alter table certificates.certificate add column warn_at timestamp(6) with time zone;
create index certificate_by_warn_at on certificates.certificate (warn_at);

insert into kernel.duty (name) values ('certificate-expiry');
