import { channels, type Channel } from "@tierline/shared/kinds.ts";
import { registerEnumType } from "type-graphql";
import { enumOf } from "./enum-of.ts";

export const ChannelEnum = enumOf<Channel>(channels);
registerEnumType(ChannelEnum, {
  name: "Channel",
  description: "Through what an act came in.",
  valuesConfig: {
    CONSOLE: { description: "A person in the console." },
    API: { description: "A program through the API." },
    SYSTEM: { description: "Tierline itself or another system." },
  },
});
