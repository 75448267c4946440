-- Under which a customer pays taxes: without marks, in upper case.
alter table "customer" add column "tax_number" text null;
