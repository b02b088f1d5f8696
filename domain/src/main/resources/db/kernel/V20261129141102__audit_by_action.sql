-- Refused acts are removed after their term, without reading all others.
create index audit_entry_by_action on kernel.audit_entry (action, happened_at);
