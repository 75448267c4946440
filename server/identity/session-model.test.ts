import fc from "fast-check";
import { generateSync } from "otplib";
import { expect, test } from "vitest";
import { asksOfBrowsers } from "../testkit/asks-of-browsers.ts";
import { codes, passwordOfPeople, peopleWorld, type Browser, type Joined } from "../testkit/people-of-tests.ts";
import { patienceOf, sizeOf } from "../testkit/sizes.ts";
import { authenticate } from "./authenticate.ts";
import { absoluteMs, idleMs, noteEveryMs } from "./session.ts";

const { world, browser, call, join } = await peopleWorld();
const { rows } = world.database;
const { verb, ask } = asksOfBrowsers(world);
const freshMs = 10 * 60_000;
const stepMs = 30_000;

interface ModelSession {
  readonly at: Browser;
  readonly openedAt: number;
  lastSeenAt: number;
  isEnded: boolean;
}

/** What is known of one person and their sessions, in as few words as it takes. */
interface Model {
  readonly person: Joined;
  readonly sessions: ModelSession[];
  app: { secret: string; usedStep: number; unspent: string[]; spent: string[] } | null;
  isDisabled: boolean;
}

const now = (): number => world.clock.now().getTime();
const stepOf = (at: number): number => Math.floor(at / stepMs);
const codeAt = (secret: string, at: number): string => generateSync({ secret, epoch: Math.floor(at / 1_000) });

function isOpen({ isDisabled }: Model, session: ModelSession): boolean {
  const isYoung = now() < session.openedAt + absoluteMs && now() - session.lastSeenAt < idleMs;
  return !isDisabled && !session.isEnded && isYoung;
}

function opened(model: Model, at: Browser): void {
  model.sessions.push({ at, openedAt: now(), lastSeenAt: now(), isEnded: false });
}

function endAll({ sessions }: Model, spared?: ModelSession): void {
  for (const session of sessions) if (session !== spared) session.isEnded = true;
}

type Second = "code" | "the same code" | "a wrong code" | "recovery" | "a spent recovery" | "nothing";
type Step = { readonly says: string; readonly run: (model: Model) => Promise<void> };

/** The password, and then the second half as far as one is asked for. */
async function signIn(model: Model, isRight: boolean, second: Second): Promise<void> {
  await rows("delete from rate_limit");
  const { person, app, isDisabled } = model;
  const at = browser();
  const input = { email: person.email, password: isRight ? passwordOfPeople : "not the right one at all" };
  const answer = await verb(at, "signIn", "viewer { user { email } } secondFactor { token }", input);
  if (!isRight || isDisabled) {
    expect([codes(answer) !== "", answer["secondFactor"], at.cookie]).toEqual([true, null, null]);
    return;
  }
  expect([codes(answer), answer["viewer"] !== null]).toEqual(["", app === null]);
  if (app === null) return opened(model, at);
  expect(at.cookie).toBeNull();
  const { token } = answer["secondFactor"] as { token: string };
  const given = proofOf(app, second);
  if (given === null) return;
  const completed = await verb(at, "completeSignIn", "viewer { user { email } }", { token, code: given.code });
  expect([second, codes(completed) === "", at.cookie !== null]).toEqual([second, given.isGood, given.isGood]);
  if (!given.isGood) return;
  given.use();
  opened(model, at);
}

function proofOf(app: NonNullable<Model["app"]>, second: Second) {
  const wrong = { isGood: false, use: () => undefined };
  if (second === "code") {
    const step = stepOf(now());
    return { code: codeAt(app.secret, now()), isGood: step > app.usedStep, use: () => void (app.usedStep = step) };
  }
  if (second === "the same code") return { ...wrong, code: codeAt(app.secret, app.usedStep * stepMs) };
  if (second === "a wrong code") return { ...wrong, code: "0000000" };
  if (second === "a spent recovery") return app.spent[0] === undefined ? null : { ...wrong, code: app.spent[0] };
  const [next] = app.unspent;
  if (second !== "recovery" || next === undefined) return null;
  const use = (): void => {
    app.unspent = app.unspent.filter((code) => code !== next);
    app.spent.push(next);
  };
  return { code: next, isGood: true, use };
}

async function addApp(model: Model): Promise<void> {
  const session = model.sessions.find((each) => isOpen(model, each));
  if (session === undefined || model.app !== null) return;
  const added = verb(session.at, "addAuthenticator", "id secret", { name: "Phone" });
  if (now() - session.openedAt > freshMs) return expect(added).rejects.toThrow("STEP_UP_REQUIRED");
  const { id, secret } = (await added) as unknown as { id: string; secret: string };
  const code = codeAt(secret, now());
  const { recoveryCodes } = await verb(session.at, "confirmAuthenticator", "recoveryCodes", { id, code });
  model.app = { secret, usedStep: stepOf(now()), unspent: recoveryCodes as string[], spent: [] };
}

async function signOut(model: Model): Promise<void> {
  const session = model.sessions.find((each) => isOpen(model, each));
  if (session === undefined) return;
  const { cookie } = session.at;
  await ask(session.at, "mutation { signOut { userErrors { code } } }");
  session.isEnded = true;
  session.at.cookie = cookie; // whoever kept it holds nothing
}

async function endOthers(model: Model): Promise<void> {
  const session = model.sessions.findLast((each) => isOpen(model, each));
  if (session === undefined) return;
  await ask(session.at, "mutation { endOtherSessions { userErrors { code } } }");
  endAll(model, session);
}

async function byStaff(model: Model, deed: "resetFactors" | "disableUser" | "enableUser"): Promise<void> {
  const refused = codes(await call("owner@acme.test", deed, { id: model.person.id }));
  if (deed === "resetFactors") {
    expect(refused).toBe(model.app === null ? "STATE_CONFLICT id" : "");
    if (model.app === null) return;
    model.app = null;
  } else {
    model.isDisabled = deed === "disableUser";
  }
  if (deed !== "enableUser") endAll(model);
}

const seconds: readonly Second[] = ["code", "the same code", "a wrong code", "recovery", "a spent recovery", "nothing"];
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({ isRight: fc.integer({ min: 0, max: 5 }).map((one) => one > 0), second: fc.constantFrom(...seconds) })
      .map(({ isRight, second }) => ({
        says: `signs in with ${isRight ? "the" : "a wrong"} password and ${second}`,
        run: (model: Model) => signIn(model, isRight, second),
      })),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(0.5, 1, 9, 29, 31, 721).map((minutes) => ({
      says: `${minutes} minutes go by`,
      run: async () => world.clock.advance({ seconds: minutes * 60 }),
    })),
  },
  { weight: 3, arbitrary: fc.constant({ says: "adds an app", run: addApp }) },
  { weight: 1, arbitrary: fc.constant({ says: "signs out", run: signOut }) },
  { weight: 1, arbitrary: fc.constant({ says: "ends the other sessions", run: endOthers }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("resetFactors" as const, "disableUser" as const, "enableUser" as const)
      .map((deed) => ({ says: deed, run: (model: Model) => byStaff(model, deed) })),
  },
);

test(
  "rel-R15: whoever signs in, adds and loses a second factor, leaves and is shut out, in whatever order: a session is open exactly when it should be",
  { timeout: patienceOf("SOAK_SIGN_INS", 120_000) },
  async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 18 }), async (steps) => {
        await rows("delete from rate_limit");
        const person = await join();
        const model: Model = { person, sessions: [], app: null, isDisabled: false };
        opened(model, person.at);
        for (const { says, run } of steps) {
          await run(model);
          for (const session of model.sessions) {
            const shouldBe = isOpen(model, session);
            const viewer = await authenticate(world.system(), session.at.cookie ?? "");
            expect([says, viewer !== null]).toEqual([says, shouldBe]);
            if (shouldBe && now() - session.lastSeenAt >= noteEveryMs) session.lastSeenAt = now();
            if (!shouldBe) session.isEnded = true; // over is over
            seen.add(`${says.split(" ")[0]} ${shouldBe}`);
          }
        }
      }),
      { numRuns: sizeOf("SOAK_SIGN_INS") },
    );
    expect(seen.size).toBeGreaterThan(4);
  },
);
