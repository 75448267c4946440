-- How far a switch's own records of calls were read.
alter table "call_switch" add column "records_read" bigint not null default 0;
