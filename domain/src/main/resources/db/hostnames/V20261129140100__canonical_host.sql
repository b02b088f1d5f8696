alter table hostnames.shop_domain add column sends_to varchar(253);
