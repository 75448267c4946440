import type { Invariant } from "./invariant.ts";

export const calls: readonly Invariant[] = [
  {
    title: "a call has one transaction of the ledger, with both sides of each of its sales and nothing else",
    sql: `with told as (select id, source || ':' || source_key as reference from call where state <> 'LIVE'),
          due as (
            select t.reference, s.account, sum(s.micros) as micros from told t
            join call_leg l on l.call_id = t.id and l.seller_path <> ''
            cross join lateral (values (l.path || ' BILLING', -l.amount_micros), (l.seller_path || ' INCOME', l.amount_micros)) s(account, micros)
            group by t.reference, s.account having sum(s.micros) <> 0),
          posted as (
            select t.reference, a.path || ' ' || a.kind as account, sum(p.amount_micros) as micros from told t
            join ledger_transaction x on x.kind = 'CALL' and x.reference = t.reference
            join posting p on p.transaction_id = x.id join ledger_account a on a.id = p.account_id
            group by t.reference, a.path, a.kind)
          select distinct reference as what from due full join posted using (reference, account)
          where due.micros is distinct from posted.micros`,
  },
  {
    title: "whoever sells a call has bought it from the one above, from the carrier down to the customer",
    sql: `select distinct call_id::text as what from (
            select l.*, c.path as customer_path, lag(l.path) over way as above, lag(l.depth) over way as above_depth,
              lead(l.path) over way is null as is_last
            from call_leg l join call c on c.id = l.call_id where c.corrects_id is null
            window way as (partition by l.call_id order by l.depth)) l
          where (depth = 0) <> (seller_path = '') or above is not null and (above <> seller_path or above_depth <> depth - 1)
             or is_last and path <> customer_path
          union all select l.call_id::text from call_leg l left join call c on c.id = l.call_id where c.id is null`,
  },
  {
    title: "what is set aside for calls is set aside for one that is under way, and is what it may cost",
    sql: `select h.reference as what from credit_hold h left join live_call_leg l on l.hold_id = h.id
          where h.kind = 'CALL' and h.state = 'OPEN' and h.reference like '%:' || h.id
            and h.amount_micros is distinct from l.held_micros`,
  },
  {
    title: "a correction is of a call that was recorded and leaves nothing below nothing of it",
    sql: `select k.id::text as what from call k left join call c on c.id = k.corrects_id
          where k.corrects_id is not null and (c.id is null or c.corrects_id is not null or c.customer_id <> k.customer_id or c.state = 'LIVE')
          union all select coalesce(corrects_id, id)::text from call group by coalesce(corrects_id, id) having sum(seconds) < 0
          union all select coalesce(c.corrects_id, c.id)::text from call_leg l join call c on c.id = l.call_id
          group by coalesce(c.corrects_id, c.id), l.path
          having sum(l.amount_micros) < 0 or sum(l.free_seconds) < 0 or sum(l.billed_seconds) < 0
            or sum(l.cadenced_seconds) <> sum(l.free_seconds) + sum(l.billed_seconds)`,
  },
  {
    title: "what a split call was counted for in its parts is what it stands at by then, in seconds and in money",
    sql: `with line as (select distinct p.call_id, p.path, coalesce(c.corrects_id, c.id) as root, c.recorded_at, l.connect_fee, l.included_seconds
            from call_leg_part p left join call c on c.id = p.call_id left join call_leg l on l.call_id = p.call_id and l.path = p.path),
          part as (select call_id, path, count(*) as parts, sum(free_seconds) as free, sum(billed_seconds) as billed,
              sum(rate::numeric * billed_seconds) as minutes from call_leg_part group by call_id, path)
          select distinct line.call_id::text as what from line join part using (call_id, path)
          left join lateral (
            select sum(l.free_seconds) as free, sum(l.billed_seconds) as billed, sum(l.amount_micros) as amount
            from call k join call_leg l on l.call_id = k.id and l.path = line.path
            where coalesce(k.corrects_id, k.id) = line.root and (k.recorded_at, k.id) <= (line.recorded_at, line.call_id)) stands on true
          where part.parts < 2 or part.free is distinct from stands.free or part.billed is distinct from stands.billed
            or stands.amount is distinct from half_up(
              part.minutes + case when part.billed = 0 and line.included_seconds = 0 then 0 else line.connect_fee * 60::numeric end, 60000000)`,
  },
  {
    title: "the sums of calls by quarters of an hour are what their legs come to, by buyer and all together",
    sql: `with leg as (
            select l.*, date_bin('15 minutes', l.started_at, 'epoch') as quarter, c.direction, c.call_type, c.path as customer_path, c.seconds,
              (c.corrects_id is null)::int as calls
            from call_leg l join call c on c.id = l.call_id),
          due as (
            select 'sold' as side, seller_path as path, path as buyer, quarter, direction, call_type, currency, sum(calls) as calls,
              sum(seconds) as seconds, sum(cadenced_seconds) as cadenced, sum(free_seconds) as free, sum(billed_seconds) as billed,
              sum(amount_micros) as micros
            from leg where seller_path <> '' group by seller_path, path, quarter, direction, call_type, currency
            union all
            select 'all', seller_path, '', quarter, direction, call_type, currency, sum(calls), sum(seconds), sum(cadenced_seconds),
              sum(free_seconds), sum(billed_seconds), sum(amount_micros)
            from leg where seller_path <> '' group by seller_path, quarter, direction, call_type, currency
            union all
            select bought.side, path, '', quarter, direction, call_type, own_currency, 0, 0, 0, 0, 0, sum(own_micros)
            from leg cross join (values ('bought'), ('all bought')) bought(side)
            where path <> customer_path group by bought.side, path, quarter, direction, call_type, own_currency),
          kept as (
            select case buyer_path when '' then 'all' else 'sold' end as side, path, buyer_path as buyer, quarter, direction, call_type,
              currency, sum(calls) as calls, sum(seconds) as seconds, sum(cadenced_seconds) as cadenced, sum(free_seconds) as free,
              sum(billed_seconds) as billed, sum(charge_micros) as micros
            from call_sum group by path, buyer_path, quarter, direction, call_type, currency
            union all
            select case buyer_path when '' then 'all bought' else 'bought' end, path, '', quarter, direction, call_type, currency,
              0, 0, 0, 0, 0, sum(cost_micros)
            from call_sum group by 1, path, quarter, direction, call_type, currency)
          select side || ' ' || path || ' ' || buyer || ' ' || quarter as what
          from due full join kept using (side, path, buyer, quarter, direction, call_type, currency)
          where (coalesce(due.calls, 0), coalesce(due.seconds, 0), coalesce(due.cadenced, 0), coalesce(due.free, 0),
              coalesce(due.billed, 0), coalesce(due.micros, 0))
            <> (coalesce(kept.calls, 0), coalesce(kept.seconds, 0), coalesce(kept.cadenced, 0), coalesce(kept.free, 0),
              coalesce(kept.billed, 0), coalesce(kept.micros, 0))`,
  },
];
