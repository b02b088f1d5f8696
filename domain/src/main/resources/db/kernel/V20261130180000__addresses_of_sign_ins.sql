-- Sign-ins bore their address in the detail too, where it outlived its term. Those of before audit_origin have it nowhere else.
insert into kernel.audit_origin (entry_id, happened_at, address)
    select e.id, e.happened_at,
        case when e.detail like '%, % code' then substring(e.detail from 9 for position(', ' in e.detail) - 9)
            else substring(e.detail from 9 for 64) end
    from kernel.audit_entry e
    where e.action in ('signed-in', 'password-accepted', 'password-chosen') and e.detail like 'address %'
        and not exists (select 1 from kernel.audit_origin o where o.entry_id = e.id);
update kernel.audit_entry set detail = case when detail like '%, app code' then 'app code'
        when detail like '%, recovery code' then 'recovery code' else '' end
    where action in ('signed-in', 'password-accepted', 'password-chosen') and detail like 'address %';
