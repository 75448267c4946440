-- A line may have a rate plan of its own, before its customer's.
alter table "rate_plan_buyer" add "service_id" uuid null;
