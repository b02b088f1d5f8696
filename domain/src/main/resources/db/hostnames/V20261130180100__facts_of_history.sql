-- Of what the codes in the detail speak (a number of bits, an issuer): for each code a list of texts, as JSON.
alter table hostnames.history add column facts varchar(4000);
