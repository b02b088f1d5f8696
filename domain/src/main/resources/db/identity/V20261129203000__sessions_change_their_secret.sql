-- What the forms of a session are bound to: it outlives the session's secret, which changes when the password is typed
-- again. The secret before is good for a moment more, for what was under way.
alter table identity.portal_session add column form_key varchar(64);
update identity.portal_session set form_key = token_hash;
alter table identity.portal_session alter column form_key set not null;
alter table identity.portal_session add column former_hash varchar(64);
alter table identity.portal_session add column renewed_at timestamp(6) with time zone;
create index portal_session_by_former_hash on identity.portal_session (former_hash);
