create table certificates.signing_request (
    id uuid primary key,
    tenant_id uuid not null,
    host varchar(253) not null,
    key_type varchar(16) not null,
    request_pem varchar(16000) not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(200) not null,
    ends_at timestamp(6) with time zone not null
);
create index signing_request_by_host on certificates.signing_request (host);
create index signing_request_by_end on certificates.signing_request (ends_at);
