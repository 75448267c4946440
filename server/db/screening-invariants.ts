import type { Invariant } from "./invariant.ts";

export const screening: readonly Invariant[] = [
  {
    title: "every customer was screened or waits for it",
    sql: "select c.number::text as what from customer c where not exists (select from screening s where s.customer_id = c.id)",
  },
  {
    title: "a check that has ended says when, and one under way does not",
    sql: "select id::text as what from screening where (finished_at is null) <> (state = 'RUNNING')",
  },
  {
    title: "the names that are searched are those of the parties on the lists",
    sql: `select e.reference as what from list_entry e where e.until_id is null
            and jsonb_array_length(e.names) <> (select count(*) from list_name n where n.entry_id = e.id)
          union all select n.name from list_name n left join list_entry e on e.id = n.entry_id and e.until_id is null where e.id is null`,
  },
  {
    title: "a version that counts parties has them",
    sql: `select v.list || ' ' || v.number as what from list_version v where v.is_current
            and v.entries <> (select count(*) from list_entry e where e.list = v.list and e.until_id is null)`,
  },
  {
    title: "a case that was decided says when and why, and one that has deactivated its customer says by which clock",
    sql: `select id::text as what from screening_case
          where state in ('APPROVED', 'NON_COMPLIANT') and (decided_at is null or coalesce(reason, '') = '')
             or state = 'DEACTIVATED' and (deactivated_at is null or cause is null)`,
  },
  {
    title: "whoever was found in the last check and not approved has a case that people decide",
    sql: `select c.number::text as what from customer c
          join lateral (select s.state from screening s where s.customer_id = c.id and s.finished_at is not null
            order by s.finished_at desc, s.id desc limit 1) last on last.state = 'POTENTIAL_MATCH'
          where not exists (select from screening_case k where k.customer_id = c.id and k.state <> 'WITHDRAWN')`,
  },
];
