import { callInCountries, callInDefaults, callInRegionKeys } from "@tierline/shared/call-in-region.ts";
import { demoCallInNumbers } from "@tierline/shared/demo/call-in.ts";
import { fieldsOf } from "../fields.ts";
import { refuseUnless } from "../world.ts";

const names = new Intl.DisplayNames(["en"], { type: "region" });

/** The regions as they come; nobody in the demo world has a Meetings site yet. */
export const meetings = {
  Query: fieldsOf<unknown>({
    callInRegions: (_, __, world) => {
      refuseUnless(world, "customer.view");
      return callInRegionKeys.map((key) => {
        const { code, countries } = callInDefaults[key];
        const [countryCode = ""] = countries;
        const homeCountries = callInCountries[key].split(" ");
        const name = names.of(countryCode);
        return { key, code, countryCode, name, countries, homeCountries, numbers: demoCallInNumbers[key], version: 1 };
      });
    },
  }),
  Customer: fieldsOf<unknown>({ meetings: () => null, meetingsSite: () => null }),
};
