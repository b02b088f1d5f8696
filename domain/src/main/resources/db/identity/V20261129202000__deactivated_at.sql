-- From when on a user who left is nobody to be written to.
alter table identity.portal_user add column deactivated_at timestamp(6) with time zone;
update identity.portal_user set deactivated_at = current_timestamp where active = false;
create index portal_user_left on identity.portal_user (deactivated_at);
