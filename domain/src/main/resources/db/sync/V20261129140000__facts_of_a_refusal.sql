-- Of what the refusal of a requested load speaks (encoding, line, field), as JSON.
alter table sync.sync_request add column facts varchar(4000);
