-- How many of a customer's packages and add-ons are taken, kept where people come and go, so that nobody can forget to count. Whoever
-- takes a seat holds its row first (claim-seat.ts) and looks whether one is left; what comes back is never refused.
create or replace function count_seats(of_customer uuid, of_offering uuid, by int) returns void language sql as $$
  update customer_package set seats_used = seats_used + by where customer_id = of_customer and offering_id = of_offering;
  -- What was taken away is gone with the last who had it.
  delete from customer_package
    where customer_id = of_customer and offering_id = of_offering and state = 'DELETING' and seats_used = 0;
$$;

-- In one order, whichever way two people change.
create or replace function count_subscriber() returns trigger language plpgsql as $$
declare
  seat record;
begin
  for seat in
    select customer_id, offering_id, sum(change)::int as change from (
      select new.customer_id, new.offering_id, 1 as change where tg_op <> 'DELETE'
      union all select new.customer_id, new.wanted_id, 1 where tg_op <> 'DELETE'
      union all select old.customer_id, old.offering_id, -1 where tg_op <> 'INSERT'
      union all select old.customer_id, old.wanted_id, -1 where tg_op <> 'INSERT'
    ) taken where offering_id is not null group by 1, 2 having sum(change) <> 0 order by 2
  loop
    perform count_seats(seat.customer_id, seat.offering_id, seat.change);
  end loop;
  return null;
end $$;

create or replace trigger subscriber_seat after insert or delete or update of offering_id, wanted_id on subscriber
  for each row execute function count_subscriber();

create or replace function count_subscriber_addon() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform count_seats(new.customer_id, new.offering_id, 1);
  else
    perform count_seats(old.customer_id, old.offering_id, -1);
  end if;
  return null;
end $$;

create or replace trigger subscriber_addon_seat after insert or delete on subscriber_addon
  for each row execute function count_subscriber_addon();
