import { account, iccid, limitCalls, planMail, plans, subscription, subscriptionPath } from "./playbook-parts.ts";
import type { WrittenPlaybook, WrittenTask } from "./with-translations.ts";

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

const suspended = { key: "suspend", title: "Suspend service", action: "service.suspend" };
const resumed = { key: "resume", title: "Resume service", action: "service.resume" };

/** What the network does when a service is suspended, and when it is resumed. Lines are asked call by call. */
function pause(type: string, what: string, off: WrittenTask, on: WrittenTask): readonly WrittenPlaybook[] {
  return [
    {
      key: `suspend-${type}`,
      title: `Suspend ${what}`,
      description:
        "When nothing is left on the customer's account, or a person suspends it: nothing is lost, and it can be brought back.",
      kind: "change",
      tasks: [off, suspended],
    },
    {
      key: `resume-${type}`,
      title: `Resume ${what}`,
      description: "When the customer's account was paid, or a person resumes it: the service is what it was before.",
      kind: "change",
      tasks: [on, resumed],
    },
  ];
}

/** The whole subscription as it shall be, with or without a halt. */
function television(title: string, isHalted: boolean): WrittenTask {
  const input = {
    method: "PUT",
    path: subscriptionPath,
    values: { account },
    body: isHalted ? { ...subscription, isHalted } : subscription,
    undoMethod: "PUT",
    undoPath: subscriptionPath,
    undoBody: isHalted ? subscription : { ...subscription, isHalted: true },
  };
  return { key: "tv-platform", title, action: "http.request", input };
}

const ofAccount = { account, iccid };
const ofLogin = { username: account };

const pauses = [
  ...pause(
    "mobile",
    "a mobile service",
    { key: "ocs", title: "Disable OCS account", action: "charging.disable-account", input: ofAccount },
    { key: "ocs", title: "Enable OCS account", action: "charging.enable-account", input: ofAccount },
  ),
  ...pause(
    "internet",
    "an internet service",
    { key: "radius", title: "Block internet login", action: "radius.block-login", input: ofLogin },
    { key: "radius", title: "Let internet login in", action: "radius.admit-login", input: ofLogin },
  ),
  ...pause(
    "iptv",
    "an IPTV service",
    television("Halt subscription on the TV platform", true),
    television("Go on with subscription on the TV platform", false),
  ),
];

export const changePlaybooks: readonly WrittenPlaybook[] = [
  callsOfLine,
  changedMobile,
  changedTelevision,
  changedLine,
  changedFiber("fiber", 100, 20),
  changedFiber("fiber-500", 500, 100),
  changedFiber("fiber-1000", 1_000, 500),
  ...pauses,
];
