-- Where an entry lay when it was written and sealed, for those whose reseller has been moved since.
alter table "audit_entry" add "written_in" text collate "C" null;
