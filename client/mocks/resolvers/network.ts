import { say } from "@tierline/shared/sentence.ts";
import type { LabFault } from "../../api/generated/schema.ts";
import { demoId } from "@tierline/shared/demo/random.ts";
import { fieldsOf } from "../fields.ts";

const elements = [
  { key: "ocs", title: "Charging (OCS)", protocol: "CGRateS JSON-RPC" },
  { key: "register", title: "Subscriber register (HLR/HSS)", protocol: "REST" },
  { key: "sip", title: "SIP (Kamailio)", protocol: "PostgreSQL" },
  { key: "radius", title: "Internet access (RADIUS)", protocol: "PostgreSQL" },
  { key: "http", title: "HTTP endpoint", protocol: "REST" },
  { key: "webex", title: "Webex Wholesale", protocol: "REST" },
  { key: "mail", title: "Mail", protocol: "SMTP" },
] as const;
const noFault: LabFault = "NONE";

/** Nothing is behind the preview's connectors, and they say so. */
export const network = {
  Query: fieldsOf<unknown>({
    connectors: (_, __, world) =>
      elements.map((element) => ({
        ...element,
        id: demoId(`connector:${element.key}`),
        mode: "LAB",
        endpoint: "in this tab",
        health: "OK",
        healthMessage: say("connector.answers.http", { status: 200 }),
        checkedAt: world.startedAt,
        latencyMs: 1,
        version: 1,
        bulkRowsAtOnce: 10,
        settings: [],
      })),
    lab: () => ({
      isRunning: true,
      mailboxUrl: null,
      elements: elements.map((element) => ({ ...element, fault: noFault, calls: 0, isUp: true })),
      workers: [],
      recentCalls: [],
    }),
  }),
};
