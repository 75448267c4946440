-- How many calls at a time a line may have: what its plan allows, what its customer is allowed, and what is in force; and runs that change a service.
alter table "offering" add "simultaneous_calls" int null;
alter table "offering" add constraint "offering_simultaneous_calls_check" check (simultaneous_calls >= 1 and simultaneous_calls <= 1000);
alter table "service" add "simultaneous_calls" int null;
alter table "service" add constraint "service_simultaneous_calls_check" check (simultaneous_calls >= 1 and simultaneous_calls <= 1000);
alter table "delegation" add "simultaneous_calls" int null;
alter table "delegation" add constraint "delegation_simultaneous_calls_check" check (simultaneous_calls >= 1 and simultaneous_calls <= 1000);
alter table "provisioning_run" drop constraint "provisioning_run_kind_check";
alter table "provisioning_run" add constraint "provisioning_run_kind_check" check (kind in ('PROVISION', 'ADD_ON', 'CHANGE', 'TERMINATE'));
