-- The list of open orders is read anew at each change: what is completed must cost it nothing.
create index customer_order_by_status on ordering.customer_order (tenant_id, status, placed_at);
