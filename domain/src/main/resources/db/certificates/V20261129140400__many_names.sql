alter table certificates.certificate alter column names set data type varchar(70000);
alter table certificates.certificate alter column chain_pem set data type varchar(400000);
alter table certificates.certificate alter column report set data type varchar(400000);
