-- A manager of all locations says so; naming none used to mean all of them.
alter table identity.portal_user add column whole_tenant boolean default false not null;
update identity.portal_user set whole_tenant = true
where role = 'MANAGER' and id not in (select user_id from identity.portal_user_location);
