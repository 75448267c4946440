-- Who serves an endpoint keeps it to themselves, however much begins to wait meanwhile.
alter table "webhook_endpoint" add "served_until" timestamptz null;
