import type { Invariant } from "./invariant.ts";

export const subscribers: readonly Invariant[] = [
  {
    title: "of a customer's package as many seats are counted as people have",
    sql: `select c.id::text as what from customer_package c where c.seats_used <>
            (select count(*) from subscriber s where s.customer_id = c.customer_id and s.offering_id = c.offering_id)
            + (select count(*) from subscriber s where s.customer_id = c.customer_id and s.wanted_id = c.offering_id)
            + (select count(*) from subscriber_addon a where a.customer_id = c.customer_id and a.offering_id = c.offering_id)`,
  },
  {
    title: "a subscriber has a service of its customer's that has not ended, as the package that is said",
    sql: `select s.email as what from subscriber s join service v on v.id = s.service_id
          where v.customer_id <> s.customer_id or v.state = 'TERMINATED' or v.offering_id <> s.offering_id`,
  },
];
