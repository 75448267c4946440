import { say, type Sentence, type Words } from "./sentence.ts";

/** What a person reads when a task or a run has failed: the cause in words, and where to look first. */
export interface FailureText {
  readonly title: Words;
  readonly whatToCheck: readonly Sentence[];
}

const elements = ["OCS", "REGISTER", "HTTP", "WEBEX", "MAIL", "SIP_DATABASE", "RADIUS_DATABASE"] as const;
type Element = (typeof elements)[number];
type ElementFailure = "UNREACHABLE" | "TIMEOUT" | "REFUSED" | "GARBAGE";

const health = say("advice.health");
const reach = (element: Element): Sentence => say(`adviceReach.${element}`);

const adviceOnElement: Record<ElementFailure, (element: Element) => Sentence[]> = {
  UNREACHABLE: (element) => [reach(element), health],
  TIMEOUT: (element) => [say("advice.maybeDone"), reach(element), health],
  REFUSED: (element) => [say("advice.readAnswer"), say(`adviceSettings.${element}`), say("advice.credentials")],
  GARBAGE: () => [say("advice.readTheAnswer"), say("advice.rightSystem")],
};
const elementFailures = Object.keys(adviceOnElement) as ElementFailure[]; // Object.keys forgets the literal keys

const adviceOn = {
  MAIL_REFUSED_RECIPIENT: [say("advice.recipient"), say("advice.withoutMail")],
  ANSIBLE_FAILED: [say("advice.ansibleTask"), say("advice.ansibleHosts")],
  ANSIBLE_MISSING: [say("advice.installAnsible")],
  ANSWER_TOO_LARGE: [say("advice.address"), say("advice.askLess")],
  ADDRESS_NOT_ALLOWED: [say("advice.privateAddress"), say("advice.spelling")],
  TASK_TIMEOUT: [say("advice.lastAttempt"), health, say("advice.retryFromTask")],
  RUN_TIMEOUT: [say("advice.whichTask"), health, say("advice.retryFromStop")],
  RETRY_EXHAUSTED: [say("advice.findCause"), say("advice.operatorResets")],
  ITEM_LOST: [say("advice.itemHistory"), say("advice.otherItem")],
  CUSTOMER_NOT_ACTIVE: [say("advice.whySuspended"), say("advice.onceActive")],
  ACTION_MISSING: [say("advice.correctPlaybook"), say("advice.keepsVersion")],
  VARIABLE_MISSING: [say("advice.whichValue"), say("advice.completeValue")],
  INPUT_INVALID: [say("advice.whichValue"), say("advice.correctValue")],
  SERVICE_MISSING: [say("advice.playbookFits"), say("advice.orderAgain")],
  STATE_CONFLICT: [say("advice.changedMeanwhile"), say("advice.onceRight")],
  CONNECTOR_NOT_SET_UP: [say("advice.fillSettings")],
  WORKER_LOST: [say("advice.takenOver"), say("advice.workerLog")],
  UNDO_FAILED: [say("advice.notUndone"), health, say("advice.rollBackAgain")],
  INTERNAL: [say("advice.retryOnce"), say("advice.handExport")],
} as const satisfies Record<string, readonly Sentence[]>;
type OtherFailure = keyof typeof adviceOn;

export type FailureCode = `${Element}_${ElementFailure}` | OtherFailure;

const catalogue: ReadonlyMap<string, FailureText> = new Map<string, FailureText>([
  ...elements.flatMap((element) =>
    elementFailures.map((failure) => {
      const title = say(`failure.${failure}`, { element: say(`failureElement.${element}`) });
      return [`${element}_${failure}`, { title, whatToCheck: adviceOnElement[failure](element) }] as const;
    }),
  ),
  ...Object.entries(adviceOn).map(
    ([code, whatToCheck]) => [code, { title: say(`failure.${code as OtherFailure}`), whatToCheck }] as const,
  ),
]);

export const failureCodes = [...catalogue.keys()];

/** The text of a code. A code that a later connector brought along is spelt out, with the advice that always holds. */
export function failureText(code: string): FailureText {
  const known = catalogue.get(code);
  if (known !== undefined) return known;
  const words = code.toLowerCase().replaceAll("_", " ").trim();
  const title = words === "" ? say("failure.unknown") : words.charAt(0).toUpperCase() + words.slice(1);
  return { title, whatToCheck: [say("advice.lastAttempt"), health] };
}
