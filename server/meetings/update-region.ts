import { newId } from "@tierline/shared/id.ts";
import { callInNumbersMax } from "@tierline/shared/limits.ts";
import { parsePhoneNumber } from "@tierline/shared/phone-number.ts";
import { type CallInNumber, type CallInRegionKey } from "@tierline/shared/call-in-region.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { countryOf } from "../kernel/country.ts";
import { AccessError, invariant, Refusals, Rejection } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import { callInRegions, type CallInRegion } from "./call-in-regions.ts";
import { CallInCountryEntity, CallInRegionEntity } from "./meetings.entity.ts";

export interface UpdateRegionInput {
  readonly region: CallInRegionKey;
  readonly version: number;
  readonly homeCountries?: readonly string[] | null | undefined;
  readonly numbers?: readonly CallInNumber[] | null | undefined;
}

/**
 * Says which countries dial in in a region and by which numbers. A country that is named here leaves the region where it was, so that
 * each has one; none is left without.
 * @throws Rejection STALE and every field that is wrong; AccessError FORBIDDEN for who works below the operator
 */
export function updateCallInRegion(context: Context, input: UpdateRegionInput): Promise<void> {
  if (context.viewer.path !== rootPath) throw new AccessError("FORBIDDEN", say("meetings.operatorOnly"));
  return transaction(context, async (tx) => {
    // Countries move between regions: whoever changes one waits for whoever changes another.
    await tx.em.execute("select pg_advisory_xact_lock(7401392)");
    const regions = await callInRegions(tx);
    const before = regions.find(({ key }) => key === input.region);
    invariant(before !== undefined, "the enum names the regions");
    if (before.version !== input.version) {
      throw new Rejection({ code: "STALE", message: say("meetings.stale"), path: ["version"] });
    }
    const next = checked(input, before);
    const changes = changesBetween(inWords(before), inWords(next));
    if (changes.length === 0) return;
    await write(tx, regions, next);
    const subject = { subjectKind: "reseller", subjectId: tx.viewer.resellerId } as const;
    await recordAudit(tx, {
      operation: "meetings.update_region",
      ...subject,
      subject: say("meetings.region", { region: input.region }),
      changes,
      path: rootPath,
    });
  });
}

async function write(tx: Transaction, regions: readonly CallInRegion[], next: CallInRegion): Promise<void> {
  const { key, numbers, version } = next;
  const taken = next.countries.filter(
    (each) => !regions.some((own) => own.key === key && own.countries.includes(each)),
  );
  await tx.em.nativeUpdate(CallInRegionEntity, { key }, { numbers: [...numbers], version: version + 1 });
  if (taken.length === 0) return;
  const left = regions.filter((each) => each.key !== key && each.countries.some((country) => taken.includes(country)));
  for (const each of left) {
    await tx.em.nativeUpdate(CallInRegionEntity, { key: each.key }, { version: each.version + 1 });
  }
  const known = new Set(regions.flatMap(({ countries }) => countries));
  await tx.em.nativeUpdate(CallInCountryEntity, { country: { $in: taken } }, { region: key });
  const added = taken.filter((country) => !known.has(country));
  const row = (country: string) => ({ id: newId(tx.clock.now().getTime()), path: rootPath, country, region: key });
  if (added.length > 0) await tx.em.insertMany(CallInCountryEntity, added.map(row));
}

function checked({ homeCountries, numbers }: UpdateRegionInput, before: CallInRegion): CallInRegion {
  const refusals = new Refusals();
  const next = {
    ...before,
    countries: homeCountries == null ? before.countries : checkCountries(refusals, homeCountries, before),
    numbers: numbers == null ? before.numbers : checkNumbers(refusals, numbers),
  };
  refusals.settle();
  return next;
}

function checkCountries(refusals: Refusals, texts: readonly string[], before: CallInRegion): string[] {
  const countries = texts.map((text, index) => {
    const country = countryOf(text);
    if (country === null) refusals.add("INVALID", say("customer.country"), "homeCountries", String(index));
    return country ?? "";
  });
  const gone = before.countries.filter((each) => !countries.includes(each));
  if (gone.length > 0) {
    refusals.add("INVALID", say("meetings.countryLeft", { countries: gone.join(", ") }), "homeCountries");
  }
  return [...new Set(countries)].toSorted();
}

function checkNumbers(refusals: Refusals, numbers: readonly CallInNumber[]): CallInNumber[] {
  if (numbers.length > callInNumbersMax) {
    refusals.add("TOO_LONG", say("meetings.numbers", { max: callInNumbersMax }), "numbers");
  }
  const seen = new Set<string>();
  return numbers.slice(0, callInNumbersMax).map(({ country: text, phone, isAvailable }, index) => {
    const at = ["numbers", String(index)] as const;
    const country = countryOf(text);
    if (country === null) refusals.add("INVALID", say("customer.country"), ...at, "country");
    const number = parsePhoneNumber(phone, country ?? undefined);
    if (number === null) refusals.add("INVALID", say("meetings.phone"), ...at, "phone");
    else if (seen.has(number.e164)) refusals.add("TAKEN", say("meetings.phoneTwice"), ...at, "phone");
    else seen.add(number.e164);
    return { country: country ?? "", phone: number?.e164 ?? "", isAvailable };
  });
}

function inWords({ countries, numbers }: CallInRegion) {
  return {
    countries,
    callInNumbers: numbers.map(({ country, phone, isAvailable }) => `${country} ${isAvailable ? phone : `(${phone})`}`),
  };
}
