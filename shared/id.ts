/** Inside, an id is a UUIDv7; outside, its prefix says what it names: `cus_` and 26 characters of Crockford's base 32. */
export const idPrefixes = {
  customer: "cus",
  reseller: "rsl",
  user: "usr",
  role: "rol",
  session: "ses",
  factor: "fac",
  contact: "ctc",
  site: "sit",
  paymentMethod: "pmt",
  offering: "ofr",
  inventoryTemplate: "tpl",
  inventoryItem: "itm",
  reservation: "rsv",
  custodyEntry: "cst",
  order: "ord",
  service: "svc",
  serviceAddon: "sad",
  provisioningRun: "run",
  playbook: "pbk",
  playbookVersion: "pbv",
  connector: "con",
  auditEntry: "aud",
  notification: "ntf",
  apiClient: "acl",
  apiKey: "key",
  apiRequest: "rqt",
  webhookEndpoint: "whe",
  webhookDelivery: "whd",
  webhookEvent: "evt",
  problem: "prb",
  ticket: "tkt",
  screening: "scr",
  screeningCase: "scc",
  screeningFile: "sfl",
  listVersion: "lsv",
  rateDeck: "rdk",
  ratePlan: "rpl",
  allowance: "alw",
  priceList: "prl",
  did: "did",
  billingAccount: "bac",
  ledgerTransaction: "ltx",
  call: "cal",
  payment: "pay",
  paymentGateway: "pgw",
  charge: "chg",
  recurringCharge: "rcg",
  invoice: "inv",
  creditNote: "crn",
  brandVersion: "brv",
  hostname: "hst",
  onboardingTemplate: "otp",
  billingReport: "brp",
  bulkImport: "blk",
  onboarding: "onb",
  pbxTrunk: "pbx",
  subscriber: "sub",
} as const;
export type IdNoun = keyof typeof idPrefixes;
export type IdPrefix = (typeof idPrefixes)[IdNoun];

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const externalPattern = /^[a-z]{3}_[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

const randomByteCount = 10;

/**
 * Ids of one millisecond sort in the order in which this process made them (RFC 9562, 6.2, method 1): behind the time, 42 bits
 * count on from a random beginning, and 32 are random each time. `now` is in milliseconds.
 */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes();
  const view = new DataView(bytes.buffer);
  const count = nextCount(now, view);
  view.setUint16(0, Math.floor(count / 2 ** 30));
  view.setUint32(2, count % 2 ** 30);
  return idOf(now, bytes);
}

/** Asked for by the thousand: a batch of calls makes as many ids, and each question costs more than the rest of an id. */
const pool = new Uint8Array(randomByteCount * 400);
let used = pool.length;

function randomBytes(): Uint8Array<ArrayBuffer> {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += randomByteCount;
  return pool.slice(used - randomByteCount, used);
}

/** How far so many milliseconds were counted is known: a transaction writes at its own time while later ones write at theirs. */
const momentsMax = 4_096;
const counts = new Map<number, number>();

/** Begins in the lower half of what 42 bits hold, so that no millisecond comes to the end of it. */
function nextCount(now: number, random: DataView): number {
  const last = counts.get(now);
  const count =
    last === undefined ? (random.getUint16(0) % 2 ** 11) * 2 ** 30 + (random.getUint32(2) % 2 ** 30) : last + 1;
  counts.delete(now); // so that the one used longest ago stands first
  counts.set(now, count);
  if (counts.size > momentsMax) counts.delete(counts.keys().next().value!); // it holds more than one
  return count;
}

/** A UUIDv7 of its time in milliseconds and of 74 bits of the first ten bytes: the same for the same. */
export function idOf(now: number, random: Uint8Array): string {
  if (random.length < randomByteCount) throw new RangeError(`An id needs ${randomByteCount} bytes.`);
  const time = hexOf(now, 12);
  const byte = (at: number): string => bytesInHex[random[at]!]!; // of a byte that is there, each has its two digits
  const version = bytesInHex[0x70 | (random[0]! & 0x0f)]! + byte(1); // as above
  const variant = bytesInHex[0x80 | (random[2]! & 0x3f)]! + byte(3); // as above
  const tail = byte(4) + byte(5) + byte(6) + byte(7) + byte(8) + byte(9);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${tail}`;
}

/** Looked up, because a batch of calls writes ids by the ten thousand. */
const bytesInHex = Array.from({ length: 256 }, (_, value) => hexOf(value, 2));

/** @throws RangeError when `uuid` is not a UUID in lower case: an id inside the system is always one. */
export function encodeId(prefix: IdPrefix, uuid: string): string {
  if (!uuidPattern.test(uuid)) throw new RangeError(`Not a UUID: ${uuid}`);
  return `${prefix}_${crockfordOf(uuid)}`;
}

/** The UUID, or null for an id of another kind, a misspelt one or none: to the outside they are all the same. */
export function decodeId(prefix: IdPrefix, text: string): string | null {
  return prefixOf(text) === prefix ? uuidOf(text) : null;
}

/** The UUID of an id of any kind, or null. */
export function uuidOf(text: string): string | null {
  if (prefixOf(text) === null) return null;
  const hex = hexOfCrockford(text.slice(4));
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** For searching by: the nil UUID in place of an id that is none, so that what cannot be is not found just as what is not. */
export function idToSearch(prefix: IdPrefix, text: string): string {
  return decodeId(prefix, text) ?? nil;
}

const nil = "00000000-0000-0000-0000-000000000000";

export function prefixOf(text: string): IdPrefix | null {
  if (!externalPattern.test(text)) return null;
  return knownPrefixes.get(text.slice(0, 3)) ?? null;
}

const knownPrefixes = new Map<string, IdPrefix>(Object.values(idPrefixes).map((prefix) => [prefix, prefix]));

// 26 digits of 5 bits hold 128 bits when the first two hold one byte and then each four hold five hexadecimal digits (20 bits):
// every part fits a plain number.
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const partOffsets = [0, 1, 2, 3, 4, 5] as const;
/** Ten bits are two digits: looked up, because a page of a list writes hundreds of ids. */
const pairs = Array.from({ length: 1_024 }, (_, value) => crockford.charAt(value >> 5) + crockford.charAt(value & 31));

function crockfordOf(uuid: string): string {
  let digits = "";
  let value = 0;
  let bits = 2; // 26 digits hold two bits more than a UUID has, and those are the first
  for (let at = 0; at < uuid.length; at += 1) {
    const code = uuid.charCodeAt(at);
    if (code === dash) continue;
    value = (value << 4) | (code < lowerA ? code - zero : code - lowerA + 10);
    bits += 4;
    if (bits < 10) continue;
    bits -= 10;
    digits += pairs[value >> bits] ?? "";
    value &= (1 << bits) - 1;
  }
  return digits;
}

const [dash, zero, lowerA] = [45, 48, 97];

function hexOfCrockford(digits: string): string {
  const parts = partOffsets.map((part) => hexOf(valueOf(digits.slice(2 + part * 4, 6 + part * 4)), 5));
  return hexOf(valueOf(digits.slice(0, 2)), 2) + parts.join("");
}

function valueOf(digits: string): number {
  return [...digits].reduce((value, digit) => value * 32 + crockford.indexOf(digit), 0);
}

function hexOf(value: number, length: number): string {
  return value.toString(16).padStart(length, "0");
}
