import { newId } from "@tierline/shared/id.ts";
import { nameLengthMax, policyLinksMax, webhookUrlLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { AccessError, Refusals, Rejection } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import { ScreeningSettingsEntity, type PolicyLink } from "./list.entity.ts";
import { screeningSettings, type ScreeningSettings } from "./settings.ts";

/**
 * How customers are compared from now on, and where policies are read (C22). Who was looked at before is looked at again by the next
 * list or change.
 * @throws Rejection STALE and every field that is wrong; AccessError FORBIDDEN for who works below the operator
 */
export function setScreeningSettings(context: Context, input: ScreeningSettings): Promise<ScreeningSettings> {
  if (context.viewer.path !== rootPath) throw new AccessError("FORBIDDEN", say("screening.operatorOnly"));
  const { threshold, thresholdWithCountry, links } = checked(input);
  return transaction(context, async (tx) => {
    await tx.em.execute("select pg_advisory_xact_lock(7401391)");
    const before = await screeningSettings(tx);
    if (before.version !== input.version) {
      throw new Rejection({ code: "STALE", message: say("screening.stale"), path: ["version"] });
    }
    const changes = changesBetween(inWords(before), inWords({ threshold, thresholdWithCountry, links }));
    if (changes.length === 0) return before;
    const next = { threshold, thresholdWithCountry, links: [...links], version: before.version + 1 };
    if (before.version > 0) await tx.em.nativeUpdate(ScreeningSettingsEntity, { path: rootPath }, next);
    else await tx.em.insert(ScreeningSettingsEntity, { id: newId(tx.clock.now().getTime()), path: rootPath, ...next });
    const subject = {
      subjectKind: "reseller",
      subjectId: tx.viewer.resellerId,
      subject: say("screening.settings"),
    } as const;
    await recordAudit(tx, { operation: "screening.settings", ...subject, changes, path: rootPath });
    return next;
  });
}

function inWords({ threshold, thresholdWithCountry, links }: Omit<ScreeningSettings, "version">) {
  return { threshold, thresholdWithCountry, links: links.map(({ title, url }) => `${title} ${url}`) };
}

function checked({ threshold, thresholdWithCountry, links }: ScreeningSettings): Omit<ScreeningSettings, "version"> {
  const refusals = new Refusals();
  const isThreshold = (value: number) => value >= 500 && value <= 1_000;
  if (!isThreshold(threshold)) refusals.add("INVALID", say("screening.threshold"), "threshold");
  if (!isThreshold(thresholdWithCountry) || thresholdWithCountry > threshold) {
    refusals.add("INVALID", say("screening.threshold"), "thresholdWithCountry");
  }
  if (links.length > policyLinksMax) refusals.add("TOO_LONG", say("screening.links", { max: policyLinksMax }), "links");
  const kept = links.slice(0, policyLinksMax).map(({ title, url }, index): PolicyLink => {
    const rule = { noun: "noun.name", max: nameLengthMax, isRequired: true } as const;
    const name = checkText(refusals, title, rule, "links", String(index), "title") ?? "";
    if (!isLink(url)) {
      refusals.add("INVALID", say("screening.link", { max: webhookUrlLengthMax }), "links", String(index), "url");
    }
    return { title: name, url };
  });
  refusals.settle();
  return { threshold, thresholdWithCountry, links: kept };
}

/** Nothing that a page would run. */
function isLink(url: string): boolean {
  return /^https:\/\/[\x21-\x7e]+$/.test(url) && url.length <= webhookUrlLengthMax && URL.canParse(url);
}
