alter table hostnames.shop_domain add column contact varchar(254) default '' not null;
