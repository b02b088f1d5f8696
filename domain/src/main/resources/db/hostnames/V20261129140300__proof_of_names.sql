alter table hostnames.shop_domain add column proof_token varchar(64);
alter table hostnames.shop_domain add column contested boolean default false not null;
