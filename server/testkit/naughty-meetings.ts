import { callInRegions } from "../meetings/call-in-regions.ts";
import { MeetingsSiteEntity } from "../meetings/meetings.entity.ts";
import { ids, type Shop } from "./shop.ts";
import { customersOfTests } from "./customers-of-tests.ts";

/** What goes through of the verbs about meetings. */
export function meetingsFixtures({ world }: Shop) {
  return {
    setMeetingsSite: {
      actor: "agent@acme.test",
      input: async () => {
        const { em } = world.system();
        const { id: customer } = customersOfTests.johnson;
        const site = await em.findOne(MeetingsSiteEntity, { customer }, { disableIdentityMap: true });
        const version = site?.version ?? null;
        return { customerId: ids.johnson, version, url: "swept.webex.com", timeZone: "UTC", hasPstnCallIn: true };
      },
      read: "customer { meetings { url timeZone } }",
    },
    updateCallInRegion: {
      actor: "ops@tierline.test",
      input: async () => {
        const euro = (await callInRegions(world.system())).find(({ key }) => key === "EURO");
        const numbers = [{ country: "DE", phone: "+4930231250", isAvailable: true }];
        return { region: "EURO", version: euro?.version ?? 1, homeCountries: euro?.countries ?? [], numbers };
      },
      read: "regions { homeCountries numbers { country phone } }",
    },
  };
}
