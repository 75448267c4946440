-- What the rows of an import said is forgotten some time after its end; what stays is how many came to what.
alter table "bulk_import" add column "counts" jsonb null;
alter table "bulk_import" add column "rows_deleted_at" timestamptz null;
create index "bulk_import_ended" on "bulk_import" ("ended_at") where rows_deleted_at is null;
create index "bulk_import_unstarted" on "bulk_import" ("created_at") where state in ('UPLOADED', 'REHEARSED');
