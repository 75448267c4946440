/** What a person reads when a task or a run has failed: the cause in words, and where to look first. */
export interface FailureText {
  readonly title: string;
  readonly whatToCheck: readonly string[];
}

interface Element {
  readonly name: string;
  readonly reach: string;
  readonly settings: string;
}

const elements = {
  OCS: {
    name: "OCS",
    reach: "Is the OCS up and its address right?",
    settings: "Does the plan's action exist on the OCS?",
  },
  REGISTER: {
    name: "the subscriber register",
    reach: "Is the HLR/HSS up and its address right?",
    settings: "Is the SIM known to the register and not attached to another number?",
  },
  HTTP: {
    name: "the HTTP service",
    reach: "Is the service up and its address right?",
    settings: "Are method, path and body in the playbook what the service expects?",
  },
  MAIL: {
    name: "the mail server",
    reach: "Is the mail server up and its address right?",
    settings: "May Tierline send with this sender address?",
  },
  SIP_DATABASE: {
    name: "the SIP server's database",
    reach: "Is the database of the SIP server up and its address right?",
    settings: "Does its subscriber table have the expected columns, and may Tierline write to it?",
  },
  RADIUS_DATABASE: {
    name: "the RADIUS server's database",
    reach: "Is the database of the RADIUS server up and its address right?",
    settings: "Do radcheck and radreply have the expected columns, and may Tierline write to them?",
  },
} as const satisfies Record<string, Element>;
type ElementKey = keyof typeof elements;

type ElementFailure = "UNREACHABLE" | "TIMEOUT" | "REFUSED" | "GARBAGE";
const health = "Look at its health on the Connectors page.";

const elementFailures: Record<ElementFailure, (element: Element) => FailureText> = {
  UNREACHABLE: ({ name, reach }) => ({ title: `Cannot connect to ${name}`, whatToCheck: [reach, health] }),
  TIMEOUT: ({ name, reach }) => ({
    title: `No answer from ${name} in time`,
    whatToCheck: ["It may have been done all the same: a retry asks first where it can.", reach, health],
  }),
  REFUSED: ({ name, settings }) => ({
    title: `Refused by ${name}`,
    whatToCheck: ["Read its answer in the log.", settings, "Are the credentials on the Connectors page right?"],
  }),
  GARBAGE: ({ name }) => ({
    title: `An answer from ${name} that makes no sense`,
    whatToCheck: [
      "Read the answer in the log.",
      "Does the address lead to the right system, past proxies and login pages?",
    ],
  }),
};

const otherFailures = {
  MAIL_REFUSED_RECIPIENT: {
    title: "The mail server refused the recipient",
    whatToCheck: ["Is the customer's e-mail address right?", "The service works without this mail."],
  },
  ANSIBLE_FAILED: {
    title: "The Ansible playbook failed",
    whatToCheck: ["Read the failed Ansible task in the log.", "Are the hosts of the inventory reachable?"],
  },
  ANSIBLE_MISSING: {
    title: "Ansible is not installed",
    whatToCheck: ["Install ansible-playbook where the worker runs, or take the task out of the playbook."],
  },
  ANSWER_TOO_LARGE: {
    title: "The answer was too large",
    whatToCheck: ["Does the address lead to the right system?", "Ask it for less: answers of up to 1 MB are read."],
  },
  ADDRESS_NOT_ALLOWED: {
    title: "The address is not allowed",
    whatToCheck: [
      "Private addresses have to stand on the connector's list of allowed ones.",
      "Is the address spelt right?",
    ],
  },
  TASK_TIMEOUT: {
    title: "The task was not done by its deadline",
    whatToCheck: ["Read the last attempt in the log.", health, "Then retry: it goes on from this task."],
  },
  RUN_TIMEOUT: {
    title: "The run was not done by its deadline",
    whatToCheck: ["Which task took the time?", health, "Then retry: it goes on from where it stopped."],
  },
  RETRY_EXHAUSTED: {
    title: "The run was retried as often as allowed",
    whatToCheck: ["Find the cause of the last failure first.", "An operator can then reset the run, or roll it back."],
  },
  ITEM_LOST: {
    title: "An item of this order is no longer held for it",
    whatToCheck: ["Read the item's history.", "Roll the run back and order again with another item."],
  },
  CUSTOMER_NOT_ACTIVE: {
    title: "The customer is not active",
    whatToCheck: ["Why is the customer suspended or deactivated?", "Retry once it is active again."],
  },
  ACTION_MISSING: {
    title: "The playbook names an action that does not exist",
    whatToCheck: ["Correct the playbook and save it.", "This run keeps its version: roll it back and order again."],
  },
  VARIABLE_MISSING: {
    title: "A value that the playbook needs is missing",
    whatToCheck: [
      "Which value? The message names it.",
      "Complete the customer or the offering, or correct the playbook.",
    ],
  },
  INPUT_INVALID: {
    title: "A value that the playbook hands over does not fit",
    whatToCheck: ["Which value? The message names it.", "Correct the customer or the offering, or the playbook."],
  },
  SERVICE_MISSING: {
    title: "The run has no service to work on",
    whatToCheck: ["Does the playbook fit what was ordered?", "Roll the run back and order again."],
  },
  STATE_CONFLICT: {
    title: "The present state does not allow this task",
    whatToCheck: ["Was the service or item changed while the run was on?", "Retry once its state is right again."],
  },
  CONNECTOR_NOT_SET_UP: {
    title: "The connector is not set up",
    whatToCheck: ["An operator has to fill in its settings on the Connectors page."],
  },
  WORKER_LOST: {
    title: "The worker stopped in the middle of the task",
    whatToCheck: [
      "Another worker has taken over and asked first whether it was done.",
      "If it happens again, look at the worker's log.",
    ],
  },
  UNDO_FAILED: {
    title: "Rolling back did not succeed",
    whatToCheck: [
      "Read which task could not be undone.",
      health,
      "Then roll back again; items stay held until it succeeds.",
    ],
  },
  INTERNAL: {
    title: "Something went wrong inside Tierline",
    whatToCheck: ["Retry once.", "If it fails again, hand the run's export to whoever runs this installation."],
  },
} as const satisfies Record<string, FailureText>;

export type FailureCode = `${ElementKey}_${ElementFailure}` | keyof typeof otherFailures;

const catalogue: ReadonlyMap<string, FailureText> = new Map([
  ...Object.entries(elements).flatMap(([key, element]) =>
    Object.entries(elementFailures).map(([failure, textOf]) => [`${key}_${failure}`, textOf(element)] as const),
  ),
  ...Object.entries(otherFailures),
]);

export const failureCodes = [...catalogue.keys()];

/** The text of a code. A code that a later connector brought along is spelt out, with the advice that always holds. */
export function failureText(code: string): FailureText {
  const known = catalogue.get(code);
  if (known !== undefined) return known;
  const words = code.toLowerCase().replaceAll("_", " ").trim();
  const title = words === "" ? "Failed for an unknown reason" : words.charAt(0).toUpperCase() + words.slice(1);
  return { title, whatToCheck: ["Read the last attempt in the log.", health] };
}
