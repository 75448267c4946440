-- Own prices of price lists are set by files too; the rehearsal shows each with what is asked before.
alter table "bulk_import" drop constraint "bulk_import_kind_check";
alter table "bulk_import" add constraint "bulk_import_kind_check" check (kind in ('CUSTOMERS', 'INVENTORY', 'PLANS', 'PRICES', 'SUSPENSIONS', 'RESUMPTIONS', 'TERMINATIONS'));
alter table "bulk_row" add column "move" jsonb null;
