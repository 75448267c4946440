-- How many lines may have more calls at a time than `most`, also those of customers whom the caller was not named. A line without a
-- number may have any. `what` is an offering, a customer or a tier path.
create or replace function count_lines_above(kind text, what text, most int) returns int language plpgsql as $$
declare
  named text := coalesce(current_setting('app.only', true), '');
  counted int;
begin
  perform set_config('app.only', '', true);
  select count(*) into counted from service s
  where s.service_type = 'VOIP' and s.state <> 'TERMINATED' and (s.simultaneous_calls is null or s.simultaneous_calls > most)
    and case kind
          when 'offering' then s.offering_id = what::uuid
          when 'customer' then s.customer_id = what::uuid
          else s.path >= what and s.path < left(what, -1) || '/'
        end;
  perform set_config('app.only', named, true);
  return counted;
end $$;
