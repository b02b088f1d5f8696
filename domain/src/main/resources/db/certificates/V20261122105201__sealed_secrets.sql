create table certificates.secret (
    name varchar(300) primary key,
    envelope varchar(16000) not null,
    kek_id varchar(32) not null
);
create index secret_by_kek on certificates.secret (kek_id);
