import { registerEnumType } from "type-graphql";

export const playbookFormats = ["YAML", "JSON"] as const;
export type PlaybookFormat = (typeof playbookFormats)[number];

export const PlaybookFormatEnum = { YAML: "YAML", JSON: "JSON" } as const satisfies Record<
  PlaybookFormat,
  PlaybookFormat
>;
registerEnumType(PlaybookFormatEnum, {
  name: "PlaybookFormat",
  description: "How a playbook is written.",
  valuesConfig: { YAML: { description: "YAML 1.2, JSON types only." }, JSON: { description: "JSON." } },
});
