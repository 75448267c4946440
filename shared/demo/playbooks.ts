import { stringify } from "yaml";
import type { z } from "zod";
import { type PlaybookDocument, playbookSchema } from "../playbook.ts";

type WrittenPlaybook = z.input<typeof playbookSchema>;
type WrittenTask = WrittenPlaybook["tasks"][number];

export interface DemoPlaybook {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** As an operator reads and edits it. */
  readonly yaml: string;
  readonly document: PlaybookDocument;
}

const validateCustomer: WrittenTask = {
  key: "validate-customer",
  title: "Validate customer",
  action: "customer.validate",
};
const activateService: WrittenTask = { key: "activate", title: "Activate service record", action: "service.activate" };
const terminateService: WrittenTask = { key: "terminate", title: "Close service record", action: "service.terminate" };
const recordAddon: WrittenTask = { key: "record-addon", title: "Record add-on", action: "service.record-addon" };

const account = { tenant: "${reseller.key}", account: "${service.account}" };
const subscriber = { iccid: "${items.sim.identifier}", msisdn: "${items.number.identifier}" };
const sipAccount = { username: "${service.account}", domain: "${reseller.key}.sip.test" };

function assign(slot: string, what: string): WrittenTask {
  return { key: `assign-${slot}`, title: `Assign ${what}`, action: "inventory.assign", input: { slot } };
}

function release(slot: string, what: string): WrittenTask {
  return { key: `release-${slot}`, title: `Release ${what}`, action: "inventory.release", input: { slot } };
}

/** A mail that fails is a warning: the service works without it. */
function mail(template: string, title: string, subject: string): WrittenTask {
  const input = { to: "${customer.email}", template, subject };
  return { key: `${template}-mail`, title, action: "mail.send", input, ignoreErrors: true };
}

const welcomeMail = mail("welcome", "Send welcome mail", "Welcome, ${customer.name}: ${offering.name} is ready");
const confirmationMail = mail(
  "confirmation",
  "Send confirmation mail",
  "${offering.name} is active on ${service.name}",
);
const goodbyeMail = mail("goodbye", "Send closing mail", "${service.name} has ended");

/** The card's number goes along, because the lab's sentinels are found by it. */
function ocsAccount(dataGb: number): WrittenTask {
  const input = { ...account, plan: "${offering.slug}", dataGb, iccid: "${items.sim.identifier}" };
  return { key: "ocs", title: "Configure OCS account", action: "charging.create-account", input };
}

function mobile(dataGb: number): WrittenPlaybook {
  return {
    key: `mobile-${dataGb}gb`,
    title: `Mobile, ${dataGb} GB`,
    description: "A SIM, a number and an account on the charging system.",
    kind: "provision",
    tasks: [
      validateCustomer,
      assign("sim", "SIM"),
      assign("number", "number"),
      ocsAccount(dataGb),
      activateService,
      welcomeMail,
    ],
  };
}

/** Charging and register do not wait for each other; the service is active when both have answered. */
const mobileRegister: WrittenPlaybook = {
  key: "mobile-register",
  title: "Mobile, 100 GB, with subscriber register",
  description: "Charging account and subscriber register are set up side by side.",
  kind: "provision",
  tasks: [
    validateCustomer,
    assign("sim", "SIM"),
    assign("number", "number"),
    { ...ocsAccount(100), needs: ["assign-number"] },
    {
      key: "register",
      title: "Attach SIM in the register",
      action: "register.attach",
      input: subscriber,
      needs: ["assign-number"],
    },
    { ...activateService, needs: ["ocs", "register"] },
    welcomeMail,
  ],
};

function fiber(key: string, downMbps: number, upMbps: number): WrittenPlaybook {
  const input = { username: "${service.account}", profile: "${offering.slug}", downMbps, upMbps };
  return {
    key,
    title: `Fibre, ${downMbps} Mbit/s`,
    description: "A modem, a login for internet access and a visit on site.",
    kind: "provision",
    tasks: [
      validateCustomer,
      assign("modem", "modem"),
      { key: "radius", title: "Create internet login", action: "radius.create-login", input },
      {
        key: "installation",
        title: "Install on site",
        action: "manual.wait",
        instructions: "Connect the modem, sign in once and measure the speed. Then mark this task as done.",
      },
      activateService,
      welcomeMail,
    ],
  };
}

const iptv: WrittenPlaybook = {
  key: "iptv",
  title: "IPTV",
  description: "A set-top box and a subscription on the TV platform.",
  kind: "provision",
  tasks: [
    validateCustomer,
    assign("box", "IPTV box"),
    {
      key: "tv-platform",
      title: "Subscribe on the TV platform",
      action: "http.request",
      input: {
        method: "PUT",
        path: "/subscriptions/${service.account}",
        body: { package: "${offering.slug}", box: "${items.box.identifier}", name: "${customer.name}" },
        undoMethod: "DELETE",
        undoPath: "/subscriptions/${service.account}",
      },
    },
    activateService,
    welcomeMail,
  ],
};

const createSipAccount: WrittenTask = {
  key: "sip",
  title: "Create SIP account",
  action: "sip.create-account",
  input: sipAccount,
};

const voip: WrittenPlaybook = {
  key: "voip",
  title: "Business VoIP",
  description: "A SIP account; its password is made by the task and shown once.",
  kind: "provision",
  tasks: [validateCustomer, createSipAccount, activateService, welcomeMail],
};

const homePhone: WrittenPlaybook = {
  key: "home-phone",
  title: "Home phone",
  description: "A number and a SIP account.",
  kind: "provision",
  tasks: [validateCustomer, assign("number", "number"), createSipAccount, activateService, welcomeMail],
};

function boost(key: string, title: string, balance: string, dataGb: number): WrittenPlaybook {
  const input = { account: "${service.account}", balance, dataGb };
  return {
    key,
    title,
    description: "Adds data to the account of an existing service, once.",
    kind: "addon",
    tasks: [
      validateCustomer,
      { key: "ocs", title: "Top up OCS account", action: "charging.top-up", input },
      recordAddon,
      confirmationMail,
    ],
  };
}

const featurePath = "/subscriptions/${service.account}/features/${offering.slug}";
const feature: WrittenPlaybook = {
  key: "feature",
  title: "Feature of a service",
  description: "Switches on what the add-on names, over the platform's HTTP interface.",
  kind: "addon",
  tasks: [
    validateCustomer,
    {
      key: "platform",
      title: "Switch the feature on",
      action: "http.request",
      input: { method: "PUT", path: featurePath, body: { isOn: true }, undoMethod: "DELETE", undoPath: featurePath },
    },
    recordAddon,
    confirmationMail,
  ],
};

function terminate(type: string, title: string, ...tasks: WrittenTask[]): WrittenPlaybook {
  return {
    key: `terminate-${type}`,
    title,
    description: "Cuts the service off outside first, then lets go of its items, then closes its record.",
    kind: "terminate",
    tasks: [...tasks, terminateService, goodbyeMail],
  };
}

const written: readonly WrittenPlaybook[] = [
  mobile(5),
  mobile(10),
  mobile(20),
  mobile(40),
  mobileRegister,
  fiber("fiber", 100, 20),
  fiber("fiber-500", 500, 100),
  fiber("fiber-1000", 1_000, 500),
  iptv,
  voip,
  homePhone,
  boost("data-boost", "Data boost, 5 GB", "data", 5),
  boost("data-boost-20gb", "Data boost, 20 GB", "data", 20),
  boost("roaming-week", "EU roaming, one week", "roaming", 10),
  feature,
  terminate(
    "mobile",
    "End a mobile service",
    { key: "ocs", title: "Remove OCS account", action: "charging.remove-account", input: account },
    { key: "register", title: "Detach SIM from the register", action: "register.detach", input: subscriber },
    release("sim", "SIM"),
    release("number", "number"),
  ),
  terminate(
    "fiber",
    "End an internet service",
    {
      key: "radius",
      title: "Remove internet login",
      action: "radius.remove-login",
      input: { username: "${service.account}" },
    },
    release("modem", "modem"),
  ),
  terminate(
    "iptv",
    "End an IPTV service",
    {
      key: "tv-platform",
      title: "Unsubscribe from the TV platform",
      action: "http.request",
      input: { method: "DELETE", path: "/subscriptions/${service.account}" },
    },
    release("box", "IPTV box"),
  ),
  terminate(
    "voip",
    "End a VoIP service",
    { key: "sip", title: "Remove SIP account", action: "sip.remove-account", input: sipAccount },
    release("number", "number"),
  ),
];

export const demoPlaybooks: readonly DemoPlaybook[] = written.map((playbook) => {
  const document = playbookSchema.parse(playbook);
  const { key, title, description } = document;
  return {
    key,
    title,
    description,
    document,
    yaml: stringify(playbook, { lineWidth: 0, aliasDuplicateObjects: false }),
  };
});

/** @throws RangeError for a key that no playbook of the demo world has. */
export function demoPlaybook(key: string): DemoPlaybook {
  const playbook = demoPlaybooks.find((each) => each.key === key);
  if (playbook === undefined) throw new RangeError(`The demo world has no playbook "${key}".`);
  return playbook;
}
