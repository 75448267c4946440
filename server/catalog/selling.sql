-- Whoever orders for a customer holds on to what the resellers above may sell until the order is committed, or not; whoever would
-- take something away from one of them waits for that (`change_selling`), and orders that come later see it taken.
create or replace function hold_selling(customer_id uuid) returns void language plpgsql as $$
declare
  labels text[];
begin
  select string_to_array(rtrim(path, '.'), '.') into labels from customer where id = customer_id;
  for depth in 2 .. coalesce(array_length(labels, 1), 0) - 1 loop
    perform pg_advisory_xact_lock_shared(7401340, hashtext(array_to_string(labels[1:depth], '.') || '.'));
  end loop;
end $$;

create or replace function change_selling(tier text) returns void language sql as $$
  select pg_advisory_xact_lock(7401340, hashtext(tier))
$$;

-- What services, add-ons, orders, and packages of customers and people that the caller sees were ordered as, whether it may still be sold or not: it keeps its name,
-- runs on and can be ended. The tiers above are looked into as a whole for this, as nothing below them may hide it.
create or replace function kept_offerings(holders uuid[]) returns setof offering language plpgsql as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  tiers text[] := string_to_array(current_setting('app.anc', true), ' ');
  kept uuid[] := array(
    select offering_id from service where id = any(holders)
    union select offering_id from service_addon where id = any(holders)
    union select offering_id from customer_order where id = any(holders)
    union select offering_id from customer_package where id = any(holders)
    union select offering_id from subscriber where id = any(holders)
    union select wanted_id from subscriber where id = any(holders)
    union select offering_id from subscriber_addon where id = any(holders)
  );
begin
  perform set_config('app.lo', tiers[1], true), set_config('app.hi', left(tiers[1], -1) || '/', true);
  return query select * from offering where id = any(kept) and (path = any(tiers) or path >= lo and path < hi);
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true);
end $$;
