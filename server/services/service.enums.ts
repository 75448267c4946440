import { serviceStates, serviceTabs, type ServiceState, type ServiceTab } from "@tierline/shared/service-state.ts";
import { registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";

export const ServiceStateEnum = enumOf<ServiceState>(serviceStates);
registerEnumType(ServiceStateEnum, {
  name: "ServiceState",
  description: "Where a service stands in its life.",
  valuesConfig: {
    PENDING: { description: "Ordered and being provisioned." },
    PENDING_FAILED: { description: "Its provisioning has failed; nothing is charged and its items stay held." },
    ACTIVE: { description: "Works." },
    SUSPENDED: { description: "Works no longer, for the reasons given, and may again." },
    EXPIRED: { description: "Was not renewed." },
    TERMINATED: { description: "Has ended for good." },
  },
});

export const ServiceTabEnum = enumOf<ServiceTab>(serviceTabs);
registerEnumType(ServiceTabEnum, {
  name: "ServiceTab",
  description: "A part of the list of services. Active, inactive and suspended together are all.",
  valuesConfig: {
    ALL: { description: "Every service." },
    ACTIVE: { description: "Those that work." },
    INACTIVE: { description: "Those that are pending, failed, expired or terminated." },
    SUSPENDED: { description: "Those that are suspended." },
  },
});
