-- What is counted against a limit of a reseller, up to `most`: all that lies at its place or below it, also what the caller does not
-- see, because a limit of somebody above holds for what their other resellers have as well.
create or replace function count_at_tier(kind text, tier text, most int) returns int language plpgsql as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
  counted int;
begin
  perform set_config('app.lo', tier, true), set_config('app.hi', left(tier, -1) || '/', true), set_config('app.only', '', true);
  case kind
    when 'customers' then
      select count(*) into counted from (
        select from customer where path >= tier and path < left(tier, -1) || '/' and state not in ('DEACTIVATED', 'ARCHIVED') limit most) c;
    when 'services' then
      select count(*) into counted from (
        select from service where path >= tier and path < left(tier, -1) || '/' and state <> 'TERMINATED' limit most) c;
    when 'people' then
      select count(*) into counted from (
        select from app_user u where path >= tier and path < left(tier, -1) || '/' and u.kind = 'PERSON' and disabled_at is null limit most) c;
    when 'resellers' then
      select count(*) into counted from (
        select from reseller where path > tier and path < left(tier, -1) || '/' and state <> 'CLOSED' limit most) c;
  end case;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return counted;
end $$;

-- The lowest limit on the way that is used up, or nothing. Whoever would add something waits here for others who do so below the
-- same limit, until they have committed or not: the last free place is taken once.
create or replace function limit_used_up(kind text, tiers text[]) returns int language plpgsql as $$
declare
  tier record;
begin
  for tier in
    select path, (limits ->> kind)::int as most from reseller where path = any(tiers) and limits ->> kind is not null order by path
  loop
    perform pg_advisory_xact_lock(7401330, hashtext(tier.path || kind));
    if count_at_tier(kind, tier.path, tier.most) >= tier.most then return tier.most; end if;
  end loop;
  return null;
end $$;
