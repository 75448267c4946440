import {
  execute,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
  type GraphQLInputType,
} from "graphql";
import { pino } from "pino";
import { expect, test } from "vitest";
import { presentError } from "../api/errors.ts";
import { naughtyFixtures } from "./naughty-fixtures.ts";
import { naughtyStrings } from "./naughty-strings.ts";
import { openShop } from "./shop.ts";
import { sizeOf } from "./sizes.ts";
import { rootFields } from "./sweep-document.ts";
import { fingerprintOf } from "./sweep-world.ts";

const shop = await openShop();
await shop.lab();
const { world } = shop;
const fixtures = await naughtyFixtures(shop);
const log = pino({ level: "silent" });

/** A place where a caller can write a text: `isList` says of each step whether a list lies there. */
interface TextPlace {
  readonly mutation: string;
  readonly path: readonly { readonly name: string; readonly isList: boolean }[];
}

const mutations = rootFields(world.schema).filter(({ root }) => root === "Mutation");
const places = mutations.flatMap(({ field }) =>
  field.args.flatMap(({ type }) => placesIn(type).map((path): TextPlace => ({ mutation: field.name, path }))),
);

/** Strings, and the keys that callers make up; ids are testkit/sweep.test.ts's. */
function placesIn(type: GraphQLInputType): TextPlace["path"][] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap(({ name, type: inner }) => {
    const step = { name, isList: isListType(isNonNullType(inner) ? inner.ofType : inner) };
    const kind = getNamedType(inner).name;
    if (kind === "String" || name === "idempotencyKey") return [[step]];
    return placesIn(inner).map((rest) => [step, ...rest]);
  });
}

/** What breaks most: at every place when it soaks, else half of it at each, which half being another at the next. */
const worst = [
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "a\udfff",
  "\u{10ffff}",
  "👩‍👩‍👧‍👦 𝒳",
  "‮drowssap",
  "e\u0301".repeat(30),
].concat([
  "a\nb",
  "a\u0007b",
  "x".repeat(10_000),
  "x".repeat(100_000),
  "__proto__",
  "<b>'\";--</b>",
  "${offering.name}",
]);
const share = Math.min(sizeOf("SOAK_STRINGS"), naughtyStrings.length);
/** How many of those that a place refused are sent once more, with all tables compared before the mutation's first and after its last. */
const refusedAgain = 6;
const refusedBy = new Map<string, { readonly place: TextPlace; readonly text: string }[]>();

/** Of the worst and of the long list as many as one place can be asked in time: all of them over any few places. */
function stringsFor(index: number): string[] {
  const isWhole = share === naughtyStrings.length;
  const from = isWhole ? 0 : (index * share) % naughtyStrings.length;
  return [...worst.filter((_, at) => isWhole || at % 2 === index % 2), ...naughtyStrings.slice(from, from + share)];
}

function put(
  input: Record<string, unknown>,
  [step, ...rest]: TextPlace["path"],
  text: string,
): Record<string, unknown> {
  if (step === undefined) return input;
  const { name, isList } = step;
  const [inside] = [input[name]].flat() as Record<string, unknown>[];
  const value = rest.length === 0 ? text : put(inside ?? {}, rest, text);
  return { ...input, [name]: isList ? [value] : value };
}

interface Answer {
  readonly codes: unknown[];
  readonly refusals: { code: string; path: string[] | null }[];
  readonly leaves: string[];
}

async function ask({ mutation, path }: TextPlace, text: string): Promise<Answer> {
  const { actor, input, read } = fixtures[mutation]!; // the first test says that there is one
  const field = mutations.find((each) => each.field.name === mutation)!.field;
  const document = parse(
    `mutation ($input: ${String(field.args[0]?.type)}) { ${mutation}(input: $input) { ${read ?? ""} userErrors { code path } } }`,
  );
  const variableValues = { input: put(await input(), path, text) };
  const { data, errors = [] } = await execute({
    schema: world.schema,
    document,
    variableValues,
    contextValue: world.request(actor),
  });
  const payload = data?.[mutation] as Payload | null | undefined;
  return {
    codes: errors.map((error) => presentError(error, { requestId: "id", language: "en" }, log).extensions?.["code"]),
    refusals: [...(payload?.userErrors ?? []), ...(payload?.problems ?? []).map(problemOfDocument)],
    leaves: textsIn(payload),
  };
}

interface Payload {
  readonly userErrors?: Answer["refusals"];
  /** Of a playbook: wherever they are within the document, it is the document that is refused; its key stands beside it. */
  readonly problems?: readonly { readonly path: string | null }[];
}

function problemOfDocument({ path }: { readonly path: string | null }): Answer["refusals"][number] {
  return { code: "PROBLEM", path: [path === "key" ? "key" : "document"] };
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Whether a refusal says where: at the field, or at what holds it. */
function isAt({ path }: TextPlace, refusal: Answer["refusals"][number]): boolean {
  const named = (refusal.path ?? []).filter((step) => !/^\d+$/.test(step)).join(".");
  const place = path.map(({ name }) => name).join(".");
  return named !== "" && (place === named || place.startsWith(`${named}.`));
}

/** Who proves who they are is told nothing of what was wrong, and every attempt is counted (identity/sign-in.test.ts). */
const tellsNothing = new Set(
  "signIn completeSignIn proveIdentity acceptInvitation requestPasswordReset resetPassword confirmEmailChange changePassword requestEmailChange startSignUp signUp".split(
    " ",
  ),
);

/** Where the call is refused for something else already: lest it end what the others are tried on, or since it wants a session, a
 * provider, or what only a browser can have made. */
const refusedElsewhere = new Set([
  "terminateService idempotencyKey",
  "refuseCustomer reason",
  "startActingAs reason",
  "addPasskey name",
  "addPasskey passkey",
  "keepPaymentMethod session",
]);

const titleOf = ({ mutation, path }: TextPlace): string => `${mutation} ${path.map(({ name }) => name).join(".")}`;

/** Where what goes through is not given back, for a reason that holds. */
const notGivenBack: ReadonlyMap<RegExp, string> = new Map([
  [/ idempotencyKey$/, "it names the call, and nobody reads it"],
  [/^savePaymentGateway (amounts|secret|webhookSecret)$/, "amounts are given back as numbers, secrets never"],
  [/^(refundPayment|endCall|correctCall|rerateCalls|settleWaitingCharges) reason$/, "it stands in the audit trail"],
  [/^(suspendService|resumeService) note$/, "it stands in the audit trail"],
  [/^(createSubscriber|changePackage) phone$/, "a number is kept in the one form of E.164"],
  [/^(takeOnboardingStep|updatePbxTrunk) (pbx|gateway)Password$/, "a password is never given back"],
  [/^updatePbxTrunk trunk\.ipAddress$/, "a host name is kept in lower case"],
  [/^createSubscriber email$/, "an address is kept in lower case"],
  [/^createCustomer primaryEmail$/, "it is that of a subscriber, who comes with packages"],
  [/^rerateCalls (prefix|number|after)$/, "it says which calls, and is kept nowhere"],
  [/^addAuthenticator name$/, "it answers with the secret; the name stands in the list once a code has confirmed it"],
  [/ belowCostReason$/, "it stands in the audit trail, and with the version that it was given for"],
  [/^validatePlaybook /, "it writes nothing"],
  [/^createReseller locale$/, "a language is kept in the one form of BCP 47: nan for NaN"],
  [/ items\.identifier$/, "an identifier is kept in the one form in which it is looked for"],
]);

test("every text of every mutation is swept", () => {
  expect(places.length).toBeGreaterThan(100);
  expect([...new Set(places.map(({ mutation }) => mutation))].toSorted()).toEqual(Object.keys(fixtures).toSorted());
});

test.each(places.map((place, index) => ({ title: titleOf(place), place, index })))(
  "$title keeps a text as it is or refuses it there",
  async ({ title, place, index }) => {
    const wrong: string[] = [];
    const refused: string[] = [];
    for (const text of stringsFor(index)) {
      const { codes, refusals, leaves } = await ask(place, text);
      const shown = JSON.stringify(text.slice(0, 40));
      if (codes.length + refusals.length > 0) refused.push(text);
      if (codes.length > 0) {
        const plain = tellsNothing.has(place.mutation) ? ["RATE_LIMITED"] : ["BAD_USER_INPUT", "NOT_FOUND"];
        if (codes.length > 1 || !plain.includes(String(codes[0]))) wrong.push(`${shown}: ${codes.join()}`);
      } else if (refusals.length > 0) {
        const isTold =
          tellsNothing.has(place.mutation) ||
          refusedElsewhere.has(title) ||
          refusals.some((refusal) => isAt(place, refusal));
        if (!isTold) wrong.push(`${shown}: ${JSON.stringify(refusals)}`);
      } else if (text !== "" && ![...notGivenBack.keys()].some((each) => each.test(title))) {
        if (!leaves.some((leaf) => leaf.includes(text)))
          wrong.push(`${shown}: not given back, ${leaves.join().slice(0, 80)}`);
      }
    }
    expect(wrong).toEqual([]);
    const again = refused.slice(0, refusedAgain).map((text) => ({ place, text }));
    refusedBy.set(place.mutation, [...(refusedBy.get(place.mutation) ?? []), ...again]);
  },
);

test.each([...new Set(places.map(({ mutation }) => mutation))].filter((mutation) => !tellsNothing.has(mutation)))(
  "%s writes nothing where it refuses",
  async (mutation) => {
    const again = refusedBy.get(mutation) ?? [];
    expect(again).not.toEqual([]);
    await fixtures[mutation]?.input(); // what it makes ready is there before
    const before = await fingerprintOf(shop);
    for (const { place, text } of again) await ask(place, text);
    expect(await fingerprintOf(shop)).toEqual(before);
  },
);
