-- The dashboard counts what waits and what failed, not what went out.
create index mail_by_state on notifications.mail (tenant_id, state);
