-- What a person needs to recognise a session, and when its password was last typed. Those that are open now end.
delete from identity.portal_session;
alter table identity.portal_session add column address varchar(64) not null;
alter table identity.portal_session add column agent varchar(200) not null;
alter table identity.portal_session add column confirmed_at timestamp(6) with time zone not null;
