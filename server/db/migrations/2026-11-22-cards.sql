-- Cards on file that said no when they were last charged.
alter table "payment_method" add "declined_at" timestamptz null;
