/**
 * Everything the demo network remembers. `subscriber`, `location` and `usr_preferences` have the columns of Kamailio's tables
 * that matter here, `radcheck`, `radreply` and `radacct` those of FreeRADIUS; the rest is the lab's own. Safe to run at every start.
 */
export const labSchema = `
create table if not exists subscriber (
  id serial primary key,
  username varchar(64) not null default '',
  domain varchar(64) not null default '',
  password varchar(64) not null default '',
  ha1 varchar(128) not null default '',
  ha1b varchar(128) not null default '',
  constraint subscriber_account_idx unique (username, domain)
);
create table if not exists usr_preferences (
  id serial primary key,
  uuid varchar(64) not null default '',
  username varchar(255) not null default '0',
  domain varchar(64) not null default '',
  attribute varchar(32) not null default '',
  type integer not null default 0,
  value varchar(128) not null default '',
  last_modified timestamp not null default '2000-01-01 00:00:01'
);
create index if not exists usr_preferences_uda_idx on usr_preferences (username, domain, attribute);
create table if not exists location (
  id serial primary key,
  ruid varchar(64) not null unique default '',
  username varchar(64) not null default '',
  domain varchar(64),
  contact varchar(512) not null default '',
  expires timestamp not null default '2030-05-28 21:32:15'
);
create table if not exists radcheck (
  id serial primary key,
  username text not null default '',
  attribute text not null default '',
  op varchar(2) not null default '==',
  value text not null default ''
);
create index if not exists radcheck_username on radcheck (username, attribute);
create table if not exists radreply (
  id serial primary key,
  username text not null default '',
  attribute text not null default '',
  op varchar(2) not null default '=',
  value text not null default ''
);
create index if not exists radreply_username on radreply (username, attribute);
create table if not exists radacct (
  radacctid bigserial primary key,
  acctsessionid text not null,
  username text,
  nasipaddress inet not null,
  acctstarttime timestamptz,
  acctstoptime timestamptz
);
create index if not exists radacct_open on radacct (username) where acctstoptime is null;
create table if not exists lab_call (
  id bigint generated always as identity primary key,
  element text not null,
  method text not null,
  target text not null,
  body text not null,
  idempotency_key text,
  effect text,
  received_at timestamptz not null default now()
);
create table if not exists lab_ocs_account (id text primary key, iccid text, is_disabled boolean not null default false);
alter table lab_ocs_account add column if not exists plans text[] not null default '{}';
create table if not exists lab_ocs_balance (
  account text not null references lab_ocs_account (id) on delete cascade,
  type text not null,
  id text not null,
  value float8 not null,
  expires_at text,
  primary key (account, type, id)
);
create table if not exists lab_sentinel (iccid text primary key);
create table if not exists lab_resource (element text not null, path text not null, body text not null, primary key (element, path));
create table if not exists lab_mail (
  message_id text primary key,
  sender text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  copies integer not null default 1,
  received_at timestamptz not null default now()
);
create table if not exists lab_payment (
  id text primary key,
  provider text not null,
  account text not null,
  state text not null default 'OPEN',
  minor bigint not null,
  currency text not null,
  payment text not null,
  description text not null default '',
  payee text not null default '',
  return_url text not null default '',
  notify text not null default '',
  is_held boolean not null default false,
  keeps_method boolean not null default false,
  tries integer not null default 0,
  created_at timestamptz not null default now()
);
create table if not exists lab_refund (id text primary key, payment text not null references lab_payment (id), minor bigint not null);
create table if not exists lab_setting (name text primary key, value text not null);
`;
