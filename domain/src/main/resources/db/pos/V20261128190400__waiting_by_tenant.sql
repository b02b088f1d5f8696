-- What waits of one tenant, however much waits at all others and however many of its own are done.
create index transfer_waiting_by_tenant on pos.transfer (tenant_id, waiting_since);
