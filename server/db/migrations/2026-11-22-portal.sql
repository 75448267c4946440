-- Sets of what customers' people may, as each reseller names them.
alter table "reseller" add column "delegation_presets" jsonb not null default '[]';
