-- What was ended with its service goes on with it when its end is taken back, and nothing else does.
alter table "recurring_charge" add column "ended_with" date null, add column "own_ends_on" date null;
