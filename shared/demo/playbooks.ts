import { stringify } from "yaml";
import { type PlaybookDocument, playbookSchema, spoken } from "../playbook.ts";
import type { Words } from "../sentence.ts";
import { changePlaybooks } from "./change-playbooks.ts";
import { collaborationPlaybooks } from "./collaboration-playbooks.ts";
import { account, iccid, limitCalls, mail, plans, subscription, subscriptionPath } from "./playbook-parts.ts";
import { demoId } from "./random.ts";
import { withTranslations, type WrittenPlaybook, type WrittenTask } from "./with-translations.ts";

export interface DemoPlaybook {
  readonly key: string;
  readonly title: Words;
  readonly description: Words;
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
const recordAddon: WrittenTask = {
  key: "record-addon",
  title: "Record add-on",
  action: "service.record-addon",
  input: { offeringId: "${offering.id}" },
};

/** The register knows a subscriber by the card. */
const subscriber = { subscriber: iccid, msisdn: "${items.number.identifier}", iccid };

function assign(slot: string, what: string): WrittenTask {
  return { key: `assign-${slot}`, title: `Assign ${what}`, action: "inventory.assign", input: { slot } };
}

function release(slot: string, what: string): WrittenTask {
  return { key: `release-${slot}`, title: `Release ${what}`, action: "inventory.release", input: { slot } };
}

/** The service has its name only since it was activated. */
const welcomeMail = mail("welcome", "Send welcome mail", "${tasks.activate.name}");
const confirmationMail = mail("addon", "Send confirmation mail");
const goodbyeMail = mail("goodbye", "Send closing mail");

/** The card's number goes along, because the lab's sentinels are found by it. */
function ocsAccount(dataGb: number): WrittenTask {
  const input = { account, iccid, plans, allowances: [{ balance: "*data", amount: dataGb }] };
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

function fiber(key: string, downloadMbit: number, uploadMbit: number): WrittenPlaybook {
  const input = { username: account, downloadMbit, uploadMbit };
  return {
    key,
    title: `Fibre, ${downloadMbit} Mbit/s`,
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

const featurePath = `${subscriptionPath}/features/{{feature}}`;

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
        path: subscriptionPath,
        values: { account },
        body: subscription,
        verifyPath: subscriptionPath,
        undoMethod: "DELETE",
        undoPath: subscriptionPath,
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
  input: { username: account },
};

const voip: WrittenPlaybook = {
  key: "voip",
  title: "Business VoIP",
  description: "A SIP account; its password is made by the task and shown once.",
  kind: "provision",
  tasks: [validateCustomer, limitCalls, createSipAccount, activateService, welcomeMail],
};

const homePhone: WrittenPlaybook = {
  key: "home-phone",
  title: "Home phone",
  description: "A number and a SIP account.",
  kind: "provision",
  tasks: [validateCustomer, assign("number", "number"), limitCalls, createSipAccount, activateService, welcomeMail],
};

function boost(key: string, title: string, dataGb: number): WrittenPlaybook {
  const input = { account, balance: "*data", amount: dataGb };
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
      input: {
        method: "PUT",
        path: featurePath,
        values: { account, feature: "${offering.slug}" },
        body: { isOn: true },
        verifyPath: featurePath,
        undoMethod: "DELETE",
        undoPath: featurePath,
      },
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
  boost("data-boost", "Data boost, 5 GB", 5),
  boost("data-boost-20gb", "Data boost, 20 GB", 20),
  boost("roaming-week", "EU roaming, one week", 10),
  feature,
  ...changePlaybooks,
  ...collaborationPlaybooks,
  terminate(
    "mobile",
    "End a mobile service",
    { key: "ocs", title: "Remove OCS account", action: "charging.remove-account", input: { account, iccid, plans } },
    { key: "register", title: "Detach SIM from the register", action: "register.detach", input: subscriber },
    release("sim", "SIM"),
    release("number", "number"),
  ),
  terminate(
    "internet",
    "End an internet service",
    {
      key: "radius",
      title: "Remove internet login",
      action: "radius.remove-login",
      input: { username: account },
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
      input: {
        method: "DELETE",
        path: subscriptionPath,
        values: { account },
        verifyPath: subscriptionPath,
        undoMethod: "PUT",
        undoPath: subscriptionPath,
        undoBody: subscription,
      },
    },
    release("box", "IPTV box"),
  ),
  terminate(
    "voip",
    "End a VoIP service",
    { key: "sip", title: "Remove SIP account", action: "sip.remove-account", input: { username: account } },
    release("number", "number"),
  ),
];

export const demoPlaybooks: readonly DemoPlaybook[] = written.map((english) => {
  const playbook = withTranslations(english);
  const document = playbookSchema.parse(playbook);
  return {
    key: document.key,
    title: spoken(document, "title"),
    description: spoken(document, "description"),
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

export function playbookId(key: string): string {
  return demoId(`playbook:${key}`);
}

/** Of its first version, the only one that the demo world has. */
export function playbookVersionId(key: string): string {
  return demoId(`playbook-version:${key}`);
}
