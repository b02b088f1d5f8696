-- From order to the guest's door; empty means the location's lead time.
alter table tenancy.delivery_zone add column lead_minutes integer;
