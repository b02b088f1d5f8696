-- What was done about one order.
create index audit_entry_by_subject on kernel.audit_entry (tenant_id, subject);
