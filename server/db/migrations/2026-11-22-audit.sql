-- From where it came, whether it was done, and the orders in which the whole trail of a tier is read.
alter table "audit_entry" add "ip" text null, add "outcome" text not null default 'DONE', add "code" text null, add "attempts" int not null default 1, add "reseller_path" text collate "C" generated always as (regexp_replace(path, 'c[0-9]+[.]$', '')) stored;
alter table "audit_entry" add constraint "audit_entry_outcome_check" check (outcome in ('DONE', 'REFUSED'));
create index "audit_of_all" on "audit_entry" ("at", "id");
create index "audit_of_reseller" on "audit_entry" ("reseller_path", "at", "id");
create index "audit_of_actor" on "audit_entry" ("actor_id", "at", "id");
create index "audit_of_operation" on "audit_entry" ("operation", "at", "id");
create index "audit_of_request" on "audit_entry" ("request_id") where request_id is not null;
create index "audit_of_refused" on "audit_entry" ("at", "id") where outcome = 'REFUSED';
create index "audit_on_behalf" on "audit_entry" ("at", "id") where on_behalf_of is not null;
