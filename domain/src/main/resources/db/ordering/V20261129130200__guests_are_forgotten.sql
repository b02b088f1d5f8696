-- Counted from when the order was promised; null once nothing tells any more who the guest was, so that an index over it
-- holds only what is still to be done, and a run costs the same after ten years.
alter table ordering.customer_order add column guest_since timestamp(6) with time zone;
update ordering.customer_order set guest_since = coalesce(promised_at, fulfil_at, placed_at);
create index customer_order_by_guest_since on ordering.customer_order (tenant_id, guest_since);
create index cart_by_order_key on ordering.cart (order_key);
