-- Other packages for people, and the end of theirs, come from files too.
alter table "bulk_import" drop constraint "bulk_import_kind_check";
alter table "bulk_import" add constraint "bulk_import_kind_check" check (kind in ('CUSTOMERS', 'INVENTORY', 'PLANS', 'SUBSCRIBERS', 'PACKAGE_CHANGES', 'SUBSCRIBER_DELETIONS', 'USERS', 'PRICES', 'SUSPENSIONS', 'RESUMPTIONS', 'TERMINATIONS'));
