import type { Invariant } from "./invariant.ts";

export const money: readonly Invariant[] = [
  {
    title: "a transaction has all of its postings, and they come to nothing in each currency",
    sql: `select t.id::text as what from ledger_transaction t left join posting p on p.transaction_id = t.id
          group by t.id having count(p.line) <> t.lines
          union all select transaction_id::text from posting group by transaction_id, currency having sum(amount_micros) <> 0`,
  },
  {
    title: "a balance is what its postings come to, and each of them goes on from the one before",
    sql: `select b.account_id || ' ' || b.part as what from ledger_balance b left join posting p using (account_id, part)
          group by b.account_id, b.part having b.balance_micros <> coalesce(sum(p.amount_micros), 0) or b.entries <> count(p.entry)
          union all select account_id || ' ' || part || ' ' || entry from (
            select p.*, sum(amount_micros) over (partition by account_id, part order by entry) as so_far,
              row_number() over (partition by account_id, part order by entry) as place from posting p) p
          where so_far <> balance_micros or place <> entry`,
  },
  {
    title: "of a charge no more was given back than it was, in how many parts and by whatever",
    sql: `select r.returned_id::text as what from ledger_return r
          left join (select p.transaction_id, -p.amount_micros as micros from posting p join ledger_account a on a.id = p.account_id and a.kind = 'BILLING') c
            on c.transaction_id = r.returned_id
          group by r.returned_id, c.micros having c.micros is null or sum(r.amount_micros) > c.micros
          union all select t.id::text from ledger_transaction t join posting p on p.transaction_id = t.id
            join posting o on o.transaction_id = t.reverses and o.account_id = p.account_id
          where abs(o.amount_micros + p.amount_micros) <> (
            select coalesce(sum(r.amount_micros), 0) from ledger_return r where r.returned_id = t.reverses)`,
  },
  {
    title: "what is held of an account is what its open holds set aside",
    sql: `select b.account_id::text as what from ledger_balance b
          left join credit_hold h on h.account_id = b.account_id and h.state = 'OPEN' and b.part = 0
          group by b.account_id, b.part having b.held_micros <> coalesce(sum(h.amount_micros), 0)`,
  },
  {
    title: "what is set aside for a call under way is set aside for a live one",
    sql: `select l.call_id::text as what from (select call_id from live_call union select call_id from live_call_leg) l
          left join call c on c.id = l.call_id and c.state = 'LIVE' where c.id is null`,
  },
  {
    title: "a hold that has ended says when, and was settled with a transaction if it was settled",
    sql: `select h.id::text as what from credit_hold h left join ledger_transaction t on t.id = h.transaction_id
          where (h.state = 'OPEN') <> (h.ended_at is null) or (h.state = 'SETTLED') <> (t.id is not null)`,
  },
  {
    title: "whoever buys has an account with whoever sells to them",
    sql: `select b.path as what from (
            select path from customer union all select path from reseller where parent_id is not null) b
          where not exists (select from ledger_account a where a.path = b.path and a.kind = 'BILLING')`,
  },
  {
    title: "a customer is suspended for its balance exactly when its account is strict and nothing is left on it",
    sql: `select c.path as what from customer c join ledger_account a on a.path = c.path and a.kind = 'BILLING'
          join ledger_balance b on b.account_id = a.id and b.part = 0
          where c.state <> 'ARCHIVED'
            and ('BALANCE' = any(c.suspension_reasons)) <> (coalesce(a.credit_policy, '') = 'STRICT' and b.balance_micros <= ends_at(a.path))`,
  },
  {
    title: "a payment that was paid was credited with its amount, and no other was",
    sql: `select p.id::text as what from payment p
          left join posting l on l.transaction_id = p.transaction_id and l.account_id = p.account_id
          where p.state in ('COMPLETED', 'REFUNDED') and p.transaction_id is null
             or p.state not in ('COMPLETED', 'REFUNDED') and p.transaction_id is not null
               and not (p.order_id is not null and p.state in ('CAPTURING', 'PENDING'))
             or p.transaction_id is not null and coalesce(l.amount_micros, 0) <> p.amount_micros`,
  },
  {
    title: "what was given back of a payment is what its refunds come to",
    sql: `select p.id::text as what from payment p left join payment_refund r on r.payment_id = p.id
          group by p.id having p.refunded_micros <> coalesce(sum(r.amount_micros), 0)
            or (p.state = 'REFUNDED') <> (p.refunded_micros = p.amount_micros)`,
  },
  {
    title: "an account has as many parts as it says",
    sql: `select a.id::text as what from ledger_account a left join ledger_balance b on b.account_id = a.id
          group by a.id having count(b.part) <> a.parts`,
  },
  {
    title: "what was charged was posted to its buyer, as its formula says",
    sql: `select c.reference as what from charge c left join ledger_account a on a.path = c.path and a.kind = 'BILLING'
            left join posting p on p.transaction_id = c.transaction_id and p.account_id = a.id
          where coalesce(-p.amount_micros, 0) <> c.amount_micros
             or c.amount_micros <> round((c.formula ->> 'priceMicros')::numeric
               * coalesce((c.formula ->> 'days')::numeric, 1) / coalesce((c.formula ->> 'ofDays')::numeric, 1))`,
  },
  {
    title: "no day of what recurs was charged twice, and none given back that was not charged",
    sql: `select c.reference as what from charge c join charge d on d.recurring_id = c.recurring_id and d.id <> c.id
          where d.period_from <= c.period_from and c.period_from < d.period_until and c.amount_micros >= 0 and d.amount_micros >= 0
            and not exists (select from charge g where g.recurring_id = d.recurring_id and g.amount_micros < 0
              and g.period_until in (c.period_until, d.period_until) and g.period_from <= c.period_from)
          union all select c.reference from charge c where c.amount_micros < 0 and c.recurring_id is not null and not exists
            (select from charge d where d.recurring_id = c.recurring_id and d.amount_micros >= -c.amount_micros
               and d.period_from <= c.period_from and d.period_until >= c.period_until)
          union all select c.reference from charge c join recurring_charge r on r.id = c.recurring_id
          where c.period_until > r.next_from`,
  },
  {
    title: "an invoice is what its lines come to, goes on from the one before, and each charge stands on one",
    sql: `select i.id::text as what from invoice i
          where i.charged_micros <> (select coalesce(sum(l.amount_micros), 0) from invoice_line l where l.invoice_id = i.id)
             or i.new_micros <> i.previous_micros + i.paid_micros - i.charged_micros - i.tax_micros
             or i.previous_micros <> coalesce((select b.new_micros from invoice b where b.account_id = i.account_id and b.number < i.number
                  order by b.number desc limit 1), 0)
          union all select charge_id::text from invoice_line where kind = 'CHARGE' and charge_id is not null group by charge_id having count(*) > 1`,
  },
  {
    title:
      "the taxes of an invoice are owed to the tax office, and what is asked for beside its lines was posted to its buyer",
    sql: `select i.id::text as what from invoice i
            left join ledger_transaction t on t.kind = 'TAX' and t.reference = 'invoice:' || i.id
            left join posting p on p.transaction_id = t.id and p.account_id = i.account_id
            left join (select o.transaction_id, sum(o.amount_micros) as owed from posting o join ledger_account a on a.id = o.account_id and a.kind = 'TAX'
                       group by o.transaction_id) o on o.transaction_id = t.id
          where coalesce(-p.amount_micros, 0) <> i.tax_micros
             or coalesce(o.owed, 0) <> (select coalesce(sum((x ->> 'micros')::bigint), 0) from jsonb_array_elements(i.taxes) x)`,
  },
  {
    title: "invoices of a seller are numbered from one, without a gap",
    sql: `select seller_id::text as what from invoice group by seller_id having max(number) <> count(*)`,
  },
  {
    title: "a credit note is what its lines come to with their tax, and was given to its buyer out of what was charged",
    sql: `select n.id::text as what from credit_note n
            left join posting p on p.transaction_id = n.transaction_id and p.account_id = n.account_id
            left join (select o.transaction_id, sum(o.amount_micros) as owed from posting o join ledger_account a on a.id = o.account_id and a.kind = 'TAX'
                       group by o.transaction_id) o on o.transaction_id = n.transaction_id
            cross join lateral (select coalesce(sum(l.amount_micros), 0) as net, coalesce(sum(l.exact_micros), 0) as exact
              from credit_note_line l where l.credit_note_id = n.id) l
          where n.net_micros <> l.net or coalesce(p.amount_micros, 0) <> n.net_micros + n.tax_micros
             or coalesce(-o.owed, 0) <> (select coalesce(sum((x ->> 'micros')::bigint), 0) from jsonb_array_elements(n.taxes) x)
             or l.exact <> (select coalesce(sum(r.amount_micros), 0) from ledger_return r where r.transaction_id = n.transaction_id)`,
  },
  {
    title: "of a line of an invoice no more was given back than was asked for, and of calls nothing",
    sql: `select l.invoice_id::text as what from credit_note_line l
            left join invoice_line i on i.invoice_id = l.invoice_id and i.position = l.position and i.kind = 'CHARGE'
          group by l.invoice_id, l.position, i.amount_micros
          having i.amount_micros is null or sum(l.amount_micros) > i.amount_micros`,
  },
  {
    title: "credit notes of a seller are numbered from one, without a gap",
    sql: `select seller_id::text as what from credit_note group by seller_id having max(number) <> count(*)`,
  },
  {
    title: "every account is invoiced some time",
    sql: `select a.path as what from ledger_account a left join invoice_cycle c on c.account_id = a.id and c.path = a.path
          where a.kind = 'BILLING' and c.account_id is null`,
  },
];

export const rates: readonly Invariant[] = [
  {
    title: "a rate deck has the rates that it counts",
    sql: `select d.number::text as what from rate_deck d
          where d.rate_count <> (select count(*) from rate r where r.deck_id = d.id)`,
  },
  {
    title: "a rate deck that was applied says from when, and one that is planned does not",
    sql: `select number::text as what from rate_deck
          where (state = 'PLANNED') <> (effective_from is null) or (state = 'UNDONE') <> (undone_at is not null)`,
  },
  {
    title: "a rate plan says something, and is for one buyer at a time",
    sql: `select name as what from rate_plan p where not exists (select from rate_plan_version v where v.plan_id = p.id)
          union all select plan_id::text from rate_plan_buyer where customer_id is not null and buyer_id is not null`,
  },
  {
    title: "a price list says something, of offerings that exist",
    sql: `select name as what from price_list l where not exists (select from price_list_version v where v.list_id = l.id)
          union all select l.name from price_list l join price_list_version v on v.list_id = l.id
          cross join jsonb_array_elements(v.own_prices) own left join offering o on o.id = (own->>'offering')::uuid
          where o.id is null`,
  },
];

export const allowances: readonly Invariant[] = [
  {
    title: "an allowance has given what calls took of it",
    sql: `select c.id::text as what from allowance_count c
          where c.drawn_seconds <> (select coalesce(sum(d.seconds), 0) from allowance_draw d where d.count_id = c.id)`,
  },
  {
    title: "the cycles of an allowance follow one another, and what one hands on the next one has",
    sql: `select c.id::text as what from allowance_count c
          left join lateral (select * from allowance_count n where n.held_id = c.held_id and n.starts_at > c.starts_at
                             order by n.starts_at limit 1) n on true
          where c.carried_seconds <> coalesce(n.rolled_seconds, 0) or n.starts_on <> c.ends_on`,
  },
  {
    title: "a customer's allowance has a cycle, and says when its newest one ends",
    sql: `select a.id::text as what from customer_allowance a
          where a.service_id is null and not exists (select from allowance_cycle y where y.customer_id = a.customer_id)
             or a.renews_at is distinct from (select max(c.ends_at) from allowance_count c where c.held_id = a.id)`,
  },
];
