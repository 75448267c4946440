import { getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/min";
import type { Context } from "../kernel/context.ts";
import { prepared } from "../kernel/tier-connection.ts";

/** ISO 3166 country of the viewer's reseller: where a number without a country code belongs. */
export async function homeCountryOf({ em, viewer }: Pick<Context, "em" | "viewer">): Promise<string | null> {
  const [reseller] = await prepared<{ country: string }>(em, "select country from reseller where id = ?", [
    viewer.resellerId,
  ]);
  return reseller?.country ?? null;
}

/** E.g. "44", or null where there is none. */
export async function callingCodeOf(context: Pick<Context, "em" | "viewer">): Promise<string | null> {
  const country = await homeCountryOf(context);
  return country !== null && isSupportedCountry(country) ? getCountryCallingCode(country) : null;
}
