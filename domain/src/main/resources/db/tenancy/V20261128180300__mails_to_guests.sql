-- What a brand's guests are written of their order beyond the confirmation and its end.
alter table tenancy.tenant add column mail_on_accepted boolean default true not null;
alter table tenancy.tenant add column mail_on_ready boolean default true not null;
