-- Ticked orders that still want their receipt number; likewise read at each change.
create index transfer_by_state on pos.transfer (tenant_id, state, receipt_number, receipt_reason);
