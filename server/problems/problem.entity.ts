import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { problemStates, ticketStates } from "@tierline/shared/problem-state.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { ServiceEntity } from "../services/service.entity.ts";

/** What somebody reported about a customer's services. The path is the customer's. */
export const ProblemEntity = defineEntity({
  name: "Problem",
  tableName: "problem",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
    service: () => p.manyToOne(ServiceEntity).mapToPk().nullable(),
    /** What it is about besides a service, in the reporter's words. */
    application: p.text().nullable(),
    text: p.text(),
    reporterId: p.uuid(),
    reporter: p.text(),
    reporterEmail: p.text(),
    state: oneOf("state", problemStates),
    createdAt: p.datetime(),
    closedAt: p.datetime().nullable(),
    /** What was said when it was closed. */
    closing: p.text().nullable(),
    /** Support contacts that it was mailed to. */
    mailed: p.integer(),
    /** When the reseller's own people were told; null while they still have to be. */
    toldAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  indexes: [
    { name: "problem_of_customer", properties: ["customer", "id"] },
    { name: "problem_of_tier", properties: ["path", "id"] },
    { name: "problem_untold", properties: ["id"], where: "told_at is null" },
  ],
});
export type ProblemRow = InferEntity<typeof ProblemEntity>;

/** A tier asks the one above it for help with a problem. The path is the customer's, so that both see it. */
export const TicketEntity = defineEntity({
  name: "Ticket",
  tableName: "ticket",
  ...insideTier,
  properties: {
    ...tierRow,
    problem: () => p.manyToOne(ProblemEntity).mapToPk(),
    fromReseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    toReseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    note: p.text().nullable(),
    openedById: p.uuid(),
    openedBy: p.text(),
    openedAt: p.datetime(),
    state: oneOf("state", ticketStates),
    answer: p.text().nullable(),
    answeredBy: p.text().nullable(),
    closedAt: p.datetime().nullable(),
    /** When the people of the tier above were told. */
    toldAt: p.datetime().nullable(),
  },
  indexes: [
    { name: "ticket_of_problem", properties: ["problem", "id"] },
    { name: "ticket_untold", properties: ["id"], where: "told_at is null" },
  ],
});
export type TicketRow = InferEntity<typeof TicketEntity>;
