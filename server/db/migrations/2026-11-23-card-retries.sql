-- Cards that say no are tried again on days that their reseller names, and then not any more; what was to be paid with them stays owed.
alter table "payment_method" add "declines" int not null default 0, add "retry_at" timestamptz null, add "failed_at" timestamptz null;
alter table "dunning" add "card_retry_days" int[] not null default '{1,3,5,7}';
alter table "payment" add "is_owed" boolean not null default false;
