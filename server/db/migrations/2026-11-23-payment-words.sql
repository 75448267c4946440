-- What a payment is for is kept as what it is, and worded for whoever reads it.
alter table "payment" alter column "description" type jsonb using to_jsonb("description");
