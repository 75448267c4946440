-- What a person has taken off the network is looked through every other second, for what its customer is suspended for meanwhile.
create index "service_off_by_hand" on "service" ("customer_id") where 'MANUAL' = any(suspension_reasons);
-- Of what many are done at once, these too.
alter table "bulk_import" drop constraint "bulk_import_kind_check";
alter table "bulk_import" add constraint "bulk_import_kind_check" check (kind in ('CUSTOMERS', 'INVENTORY', 'PLANS', 'SUSPENSIONS', 'RESUMPTIONS', 'TERMINATIONS'));
