-- What Kamailio's table of call records is given besides its own columns, so that each record is one call of Tierline's.
alter table acc_cdrs
  add column call_key text not null default '',
  add column caller text not null default '',
  add column called text not null default '',
  add column answered double precision not null default 0;
