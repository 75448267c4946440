-- How many lines a customer may have; none where nobody has said, and nothing where it is nought.
alter table "customer" add column "lines_max" int null;
alter table "customer" add constraint "customer_lines_max_check" check (lines_max >= 0 and lines_max <= 10000);
