import { rendered } from "@tierline/shared/render-sentence.ts";
import type { Sentence, Words } from "@tierline/shared/sentence.ts";
import { z } from "zod";
import type { ConnectorIo } from "../kernel/connector.ts";
import type { Transaction } from "../kernel/context.ts";
import { Secret, Unknown } from "../kernel/secret.ts";

/** Who the run is for: ids of rows that the engine itself never reads. */
export interface RunFacts {
  readonly id: string;
  readonly number: number;
  readonly kind: "PROVISION" | "ADD_ON" | "CHANGE" | "TERMINATE";
  /** Tier path of the customer. */
  readonly path: string;
  readonly resellerId: string;
  readonly customerId: string | null;
  readonly serviceId: string | null;
  readonly orderId: string | null;
  readonly startedById: string;
  readonly startedBy: string;
}

interface TaskOfRun {
  readonly run: RunFacts;
  readonly key: string;
  /** One line about this very task for people, e.g. which SIM. Replaces what `describe` said. */
  detail(words: Words): void;
}

/** A task whose effect is rows of ours: they commit together with the task's own row, so it happens exactly once. */
export interface DbTask extends TaskOfRun {
  /** In the reseller's tier, through the SYSTEM channel, on behalf of whoever started the run. */
  readonly tx: Transaction;
}

/** A task whose effect is outside: at least once, with the same key every time, and asked for after an unknown outcome. */
export interface OutsideTask extends TaskOfRun {
  readonly io: ConnectorIo;
  /** The connector's settings in the run's tier, parsed: those of the lab or of the real system. */
  settings<Settings>(connector: ConnectorSettings<Settings>): Promise<Settings>;
  /** Made once per run and name, kept sealed, the same at every attempt and in every later task of the run. */
  secret(name: string): Promise<Secret>;
  /**
   * What undoing will need and the deed destroys: found once per run and task, written down before it is answered, the same at
   * every attempt and in `undo`. Kept sealed, so that it may hold secrets. A plan finds it each time.
   */
  kept(name: string, find: () => Promise<string>): Promise<string>;
  /** Rows of ours to write in the transaction that records the task as done (or as undone); not run in a plan. */
  remember(effect: (tx: Transaction) => Promise<void>): void;
}

/** The part of a connector's definition that an action needs to get its settings. */
export interface ConnectorSettings<Settings> {
  readonly key: string;
  readonly schema: z.ZodType<Settings>;
}

/** What a later task reads as `${tasks.<key>.<name>}`; never a secret. Unknown only in a plan. */
export type OutputValue = string | number | boolean | Unknown;
export type Outputs<Names extends string> = { readonly [Name in Names]: OutputValue };

interface ActionFacts<Input extends z.ZodObject, Names extends string> {
  /** `<noun>.<verb>`, as playbooks name it: `inventory.assign`. Never changes. */
  readonly key: string;
  readonly title: Words;
  readonly description: Words;
  readonly input: Input;
  readonly outputs: readonly Names[];
  /** One line for the plan and for the running task, e.g. `SIM 8944…0001`. */
  describe?(input: z.output<Input>): Words;
}

export interface DbAction<Input extends z.ZodObject, Names extends string> extends ActionFacts<Input, Names> {
  readonly kind: "DB";
  readonly connector?: undefined;
  do(task: DbTask, input: z.output<Input>): Promise<Outputs<Names>>;
  undo?(task: DbTask, input: z.output<Input>, output: Outputs<Names>): Promise<void>;
  readonly verify?: undefined;
  readonly canVerify?: undefined;
}

export interface ExternalAction<Input extends z.ZodObject, Names extends string> extends ActionFacts<Input, Names> {
  readonly kind: "EXTERNAL";
  /** Key of the connector through which it works. */
  readonly connector: string;
  /** Run for the plan too, with an `io` that only notes the calls: decide nothing by the answers that the plan cannot know. */
  do(task: OutsideTask, input: z.output<Input>): Promise<Outputs<Names>>;
  /** Tolerates that there is nothing to undo. Without an output it is not known whether, or how far, `do` came. */
  undo?(task: OutsideTask, input: z.output<Input>, output: Outputs<Names> | null): Promise<void>;
  /**
   * Asked before `do` is repeated: did it happen? Its output, null when nothing of it surely did, or what of it is still to be
   * done. It changes nothing outside. Whatever answers no question throws, and is asked again: nothing is repeated meanwhile.
   */
  verify?(task: OutsideTask, input: z.output<Input>): Promise<Outputs<Names> | HalfDone<Names> | null>;
  /** For a playbook's own input, not yet filled in: whether there is anybody to ask. Absent: wherever there is a `verify`. */
  canVerify?(input: Readonly<Record<string, unknown>>): boolean;
}

/** A deed of several calls that was interrupted between them: what was done stays, and only the rest is done. */
export class HalfDone<Names extends string> {
  readonly finish: () => Promise<Outputs<Names>>;
  constructor(finish: () => Promise<Outputs<Names>>) {
    this.finish = finish;
  }
}

/** Done by a person, who reads the playbook's instructions and says when it is done. */
export interface ManualAction<Input extends z.ZodObject, Names extends string> extends ActionFacts<Input, Names> {
  readonly kind: "MANUAL";
  readonly connector?: undefined;
  readonly do?: undefined;
  readonly undo?: undefined;
  readonly verify?: undefined;
  readonly canVerify?: undefined;
}

export type ActionOf<Input extends z.ZodObject, Names extends string> =
  | DbAction<Input, Names>
  | ExternalAction<Input, Names>
  | ManualAction<Input, Names>;

/** Any action. Its methods take what its own `input` schema gave, which only `perform-task.ts` relies on. */
export type Action = ActionOf<z.ZodObject, string>;

/** Checks the parts of an action against each other and forgets their types, so that a list can hold them all. */
export function defineAction<Input extends z.ZodObject, const Names extends string>(
  action: ActionOf<Input, Names>,
): Action {
  return action; // input is parsed by the action's own schema before any method sees it
}

/** Whether anybody can be asked what became of a task; else it is repeated under the same key. */
export function canAsk(
  action: Action | undefined,
  task: { readonly input: Readonly<Record<string, unknown>> },
): boolean {
  return action?.verify !== undefined && (action.canVerify?.(task.input) ?? true);
}

/**
 * The task failed, and trying again cannot help: it says so with a code of shared/failure-code.ts. For DB actions; the outside
 * throws ConnectorFailure. Anything else that is thrown counts as a fault of ours and is tried again.
 */
export class TaskFailure extends Error {
  override readonly name = "TaskFailure";
  readonly code: string;
  readonly sentence: Sentence;
  constructor(code: string, sentence: Sentence, options?: ErrorOptions) {
    super(rendered(sentence, "en"), options);
    this.code = code;
    this.sentence = sentence;
  }
}

/** Text of an input that may be not yet known when the run is only planned: what connectors take as `Text`. */
export const knownLater = z.union([z.string().min(1), z.instanceof(Unknown)]);

/** A number written as such or as text, or not yet known. */
export const numberKnownLater = z.union([z.coerce.number(), z.instanceof(Unknown)]);
