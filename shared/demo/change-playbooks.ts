import { account, iccid, limitCalls, planMail, plans, subscription, subscriptionPath } from "./playbook-parts.ts";
import type { WrittenPlaybook } from "./with-french.ts";

/** What changes a service that there is. */

const callsOfLine: WrittenPlaybook = {
  key: "calls-voip",
  title: "Calls at a time of a line",
  description: "Tells the SIP server how many calls the line may have at a time.",
  kind: "change",
  tasks: [limitCalls],
};

const changedMobile: WrittenPlaybook = {
  key: "plan-mobile",
  title: "Another mobile plan",
  description: "The account on the charging system gets the other plan's tariff; SIM, number and what is left stay.",
  kind: "change",
  tasks: [
    {
      key: "ocs",
      title: "Change tariff of OCS account",
      action: "charging.change-plans",
      input: { account, iccid, plans, before: ["${previousOffering.slug}"] },
    },
    planMail,
  ],
};

const changedTelevision: WrittenPlaybook = {
  key: "plan-iptv",
  title: "Another IPTV plan",
  description: "The subscription on the TV platform becomes the other package; the box stays.",
  kind: "change",
  tasks: [
    {
      key: "tv-platform",
      title: "Change package on the TV platform",
      action: "http.request",
      input: {
        method: "PUT",
        path: subscriptionPath,
        values: { account },
        body: subscription,
        undoMethod: "PUT",
        undoPath: subscriptionPath,
        undoBody: { ...subscription, package: "${previousOffering.slug}" },
      },
    },
    planMail,
  ],
};

const changedLine: WrittenPlaybook = {
  key: "plan-voip",
  title: "Another plan for a line",
  description: "Tells the SIP server how many calls at a time the other plan lets the line have.",
  kind: "change",
  tasks: [limitCalls, planMail],
};

/** What a plan's speeds are, its own playbook says; so it has one of its own for whoever changes to it, too. */
function changedFiber(key: string, downloadMbit: number, uploadMbit: number): WrittenPlaybook {
  const input = { username: account, downloadMbit, uploadMbit };
  return {
    key: `${key}-plan`,
    title: `Change to fibre, ${downloadMbit} Mbit/s`,
    description: "The login for internet access gets the other plan's speeds; modem and password stay.",
    kind: "change",
    tasks: [{ key: "radius", title: "Change internet speed", action: "radius.change-limits", input }, planMail],
  };
}

export const changePlaybooks: readonly WrittenPlaybook[] = [
  callsOfLine,
  changedMobile,
  changedTelevision,
  changedLine,
  changedFiber("fiber", 100, 20),
  changedFiber("fiber-500", 500, 100),
  changedFiber("fiber-1000", 1_000, 500),
];
