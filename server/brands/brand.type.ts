import {
  brandColorFields,
  hostnameStates,
  proofLabel,
  type BrandColors,
  type HostnameState,
} from "@tierline/shared/brand.ts";
import { rampOf, weakContrasts } from "@tierline/shared/brand-ramp.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { languages, type Language } from "@tierline/shared/language.ts";
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { LanguageEnum } from "../identity/viewer.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { installation } from "../kernel/installation.ts";
import { MoneyType } from "../kernel/money.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar, DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { brandStates, type BrandVersionRow, type HostnameRow } from "./brand.entity.ts";

type BrandState = (typeof brandStates)[number];
export const BrandStateEnum = enumOf<BrandState>(brandStates);
registerEnumType(BrandStateEnum, {
  name: "BrandState",
  description: "Where a version of a brand stands.",
  valuesConfig: {
    DRAFT: { description: "Worked at; nobody else sees it." },
    PUBLISHED: { description: "What customers see." },
    PAST: { description: "Was published once, and can be gone back to." },
  },
});

export const HostnameStateEnum = enumOf<HostnameState>(hostnameStates);
registerEnumType(HostnameStateEnum, {
  name: "HostnameState",
  description: "Whether a host name serves its reseller.",
  valuesConfig: {
    WAITING: { description: "Its proof was not found yet." },
    SERVING: { description: "Its proof was found: it serves." },
    LOST: { description: "Its proof was gone for three days: it serves no more." },
  },
});

const schemes = { LIGHT: "LIGHT", DARK: "DARK" } as const;
export const BrandSchemeEnum = schemes;
registerEnumType(BrandSchemeEnum, {
  name: "BrandScheme",
  description: "On what a logo stands.",
  valuesConfig: { LIGHT: { description: "On a light page." }, DARK: { description: "On a dark page." } },
});

@ObjectType("BrandWord", { description: "What a reseller says instead of one of the portal's texts." })
export class BrandWordType {
  @Field(() => LanguageEnum, { description: "In which language." })
  language: Language;

  @Field(() => String, { description: "Which text: namespace and key, e.g. `portal:nav.services`." })
  key: string;

  @Field(() => String, { description: "What is said instead." })
  text: string;
}

@ObjectType("BrandContrast", { description: "A text and what it stands on, where it would be hard to read." })
export class BrandContrastType {
  @Field(() => String, { description: "`TITLE` or `CONTENT`." })
  pair: string;

  @Field(() => Float, { description: "By WCAG, 1 to 21; 4.5 is the least that can be read well." })
  contrast: number;
}

@ObjectType("BrandVersion", {
  implements: NodeType,
  description: "How a reseller shows itself to its customers, as it was saved or published at a time.",
})
export class BrandVersionType extends NodeType {
  @Field(() => Int, { description: "Counted from 1 for each reseller." })
  number: number;

  @Field(() => Int, { description: "Counts changes; goes with what is saved next." })
  version: number;

  @Field(() => BrandStateEnum, { description: "Where it stands." })
  state: BrandState;

  @Field(() => String, { description: "What stands at the top of each page of the portal." })
  header: string;

  @Field(() => String, { description: "The colour of what acts, `#rrggbb`." })
  accent: string;

  @Field(() => [String], { description: "Ten shades of it, light to dark, on which texts can be read." })
  ramp: readonly string[];

  @Field(() => String, { description: "Behind the header, `#rrggbb`." })
  titleBackground: string;

  @Field(() => String, { description: "The header's text, `#rrggbb`." })
  titleText: string;

  @Field(() => String, { description: "Behind a light page's content, `#rrggbb`." })
  contentBackground: string;

  @Field(() => String, { description: "A light page's text, `#rrggbb`." })
  contentText: string;

  @Field(() => String, { nullable: true, description: "The logo on a light page, as a data URL." })
  logoLight: string | null;

  @Field(() => String, { nullable: true, description: "The logo on a dark page, as a data URL." })
  logoDark: string | null;

  @Field(() => [BrandWordType], { description: "What is said instead of the portal's own texts." })
  words: BrandWordType[];

  @Field(() => [BrandContrastType], { description: "Texts that would be hard to read." })
  weakContrasts: BrandContrastType[];

  @Field(() => String, { nullable: true, description: "What whoever published it said of it." })
  note: string | null;

  @Field(() => String, { description: "Who saved it last." })
  savedBy: string;

  @Field(() => DateTimeScalar, { description: "When it was saved last." })
  savedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when it was shown." })
  publishedAt: Date | null;
}

@ObjectType("HostnameRecord", { description: "A record of the DNS that a host name needs." })
export class HostnameRecordType {
  @Field(() => String, { description: "`CNAME` or `TXT`." })
  type: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "What it has to say." })
  expected: string;

  @Field(() => [String], { description: "What was found when it was looked at last." })
  found: readonly string[];

  @Field(() => Boolean, { description: "Whether what is expected was found." })
  isRight: boolean;
}

@ObjectType("Hostname", {
  implements: NodeType,
  description: "A host name of a reseller's own, under which its customers find its portal.",
})
export class HostnameType extends NodeType {
  @Field(() => String, { description: "In small letters, as the DNS writes it." })
  host: string;

  @Field(() => HostnameStateEnum, { description: "Whether it serves." })
  state: HostnameState;

  @Field(() => [HostnameRecordType], { description: "The records that it needs, with what was found." })
  records: HostnameRecordType[];

  @Field(() => DateTimeScalar, { nullable: true, description: "When the name servers were asked last." })
  checkedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Why nothing can be said of it: the name server's code." })
  failure: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when it is proved." })
  provedAt: Date | null;
}

@ObjectType("Brand", { description: "How your own reseller shows itself to its customers, and where." })
export class BrandType {
  @Field(() => BrandVersionType, { nullable: true, description: "What is worked at; null where nothing is." })
  draft: BrandVersionType | null;

  @Field(() => BrandVersionType, {
    nullable: true,
    description: "What customers see; null: the reseller's name in our colours.",
  })
  published: BrandVersionType | null;

  @Field(() => [BrandVersionType], { description: "What was published before, the newest first: 50 at most." })
  past: BrandVersionType[];

  @Field(() => [HostnameType], { description: "Its host names." })
  hostnames: HostnameType[];

  @Field(() => MoneyType, {
    nullable: true,
    description: "What one more host name costs, once, when it is proved; null at the top, which buys of nobody.",
  })
  hostnameFee: MoneyType | null;

  @Field(() => MoneyType, { description: "What those you sell to pay for one." })
  ownHostnameFee: MoneyType;
}

@InputType("BrandWordInput", { description: "What is said instead of one of the portal's texts." })
export class BrandWordInputType {
  @Field(() => LanguageEnum, { description: "In which language." })
  language: Language;

  @Field(() => String, { description: "Which text: namespace and key, e.g. `portal:nav.services`." })
  key: string;

  @Field(() => String, { description: "What is said instead: 200 characters at most." })
  text: string;
}

@InputType("SaveBrandInput", { description: "All of it but the logos." })
export class SaveBrandInputType implements BrandColors {
  @Field(() => String, { description: "What stands at the top of each page: 60 characters at most." })
  header: string;

  @Field(() => String, { description: "The colour of what acts, `#rrggbb`; text stays readable whatever it is." })
  accent: string;

  @Field(() => String, { description: "Behind the header, `#rrggbb`." })
  titleBackground: string;

  @Field(() => String, { description: "The header's text, `#rrggbb`." })
  titleText: string;

  @Field(() => String, { description: "Behind a light page's content, `#rrggbb`." })
  contentBackground: string;

  @Field(() => String, { description: "A light page's text, `#rrggbb`." })
  contentText: string;

  @Field(() => [BrandWordInputType], { description: "At most 100 texts." })
  words: BrandWordInputType[];

  @Field(() => Int, { nullable: true, description: "Of the draft that was read; left out: whatever there is." })
  version?: number | null;
}

@InputType("SetBrandLogoInput", { description: "A logo of the draft." })
export class SetBrandLogoInputType {
  @Field(() => BrandSchemeEnum, { description: "On what it stands." })
  scheme: keyof typeof schemes;

  @Field(() => String, {
    nullable: true,
    description: "Base 64 of a PNG of at most 200 kB and 2000 pixels a side; null: none.",
  })
  png?: string | null;
}

@InputType("PublishBrandInput", { description: "What is said of it." })
export class PublishBrandInputType {
  @Field(() => String, { nullable: true, description: "A note for those who come later: 200 characters at most." })
  note?: string | null;
}

@InputType("RevertBrandInput", { description: "What is shown again." })
export class RevertBrandInputType {
  @Field(() => ID, { description: "A version that was published once: `brv_…`." })
  id: string;

  @Field(() => String, { nullable: true, description: "A note for those who come later: 200 characters at most." })
  note?: string | null;
}

@InputType("DiscardBrandDraftInput", { description: "Which draft." })
export class DiscardBrandDraftInputType {
  @Field(() => Int, {
    nullable: true,
    description: "`version` of the draft that was read; left out: whatever there is.",
  })
  version?: number | null;
}

@InputType("AddHostnameInput", { description: "A host name." })
export class AddHostnameInputType {
  @Field(() => String, { description: "e.g. `portal.example.com`, without a scheme." })
  host: string;
}

@InputType("HostnameInput", { description: "One of your host names." })
export class HostnameInputType {
  @Field(() => ID, { description: "`hst_…`." })
  id: string;
}

@InputType("SetHostnameFeeInput", { description: "An amount." })
export class SetHostnameFeeInputType {
  @Field(() => DecimalScalar, { description: "In your own currency; `0` asks for nothing." })
  amount: string;
}

@ObjectType("BrandPayload", { description: "What came of it." })
export class BrandPayloadType {
  @Field(() => BrandType, { nullable: true, description: "The brand afterwards." })
  brand: BrandType | null;

  @Field(() => [UserErrorType], { description: "Why nothing was done; empty where it was." })
  userErrors: UserErrorType[];
}

/** Data URLs by the images' ids. */
export type Logos = ReadonlyMap<string, string>;

export function toBrandVersion(row: BrandVersionRow, logos: Logos): BrandVersionType {
  const logoOf = (id: string | null | undefined) => (id == null ? null : (logos.get(id) ?? null));
  const colors = Object.fromEntries(brandColorFields.map((field) => [field, row[field]])) as unknown as BrandColors; // the same fields
  return Object.assign(new BrandVersionType(), {
    id: encodeId("brv", row.id),
    number: row.number,
    version: row.version,
    state: row.state,
    header: row.header,
    ...colors,
    ramp: rampOf(row.accent),
    logoLight: logoOf(row.logoLight),
    logoDark: logoOf(row.logoDark),
    words: languages.flatMap((language) =>
      Object.entries(row.words[language] ?? {}).map(([key, text]) => ({ language, key, text })),
    ),
    weakContrasts: weakContrasts(colors),
    note: row.note ?? null,
    savedBy: row.savedBy,
    savedAt: row.savedAt,
    publishedAt: row.publishedAt ?? null,
  });
}

export function toHostname(row: HostnameRow): HostnameType {
  const { found } = row;
  const target = new URL(installation().publicUrl).hostname;
  const pointsTo = [...(found?.cnames ?? []), ...(found?.addresses ?? [])];
  const proofs = found?.proofs ?? [];
  return Object.assign(new HostnameType(), {
    id: encodeId("hst", row.id),
    host: row.host,
    state: row.state,
    records: [
      {
        type: "CNAME",
        name: row.host,
        expected: target,
        found: pointsTo,
        isRight: pointsTo.some((each) => each.replace(/\.$/, "").toLowerCase() === target),
      },
      {
        type: "TXT",
        name: `${proofLabel}.${row.host}`,
        expected: row.proof,
        found: proofs,
        isRight: proofs.includes(row.proof),
      },
    ],
    checkedAt: row.checkedAt ?? null,
    failure: found?.failure ?? null,
    provedAt: row.provedAt ?? null,
  });
}
