alter table hostnames.shop_domain drop column acme;
