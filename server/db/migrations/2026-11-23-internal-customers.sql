-- A reseller may be its own customer, which is told beside it and left out of its billing reports.
alter table "customer" add "is_internal" boolean not null default false;
