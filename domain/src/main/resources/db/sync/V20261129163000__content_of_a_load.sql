-- What a version was sent with, so that the same version with other content is told from a repeated load, however old.
alter table sync.sync_run add column content_hash varchar(64);
