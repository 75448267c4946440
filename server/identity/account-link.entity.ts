import { defineEntity, p } from "@mikro-orm/core";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { UserEntity } from "./user.entity.ts";

export const accountLinkKinds = ["INVITATION", "PASSWORD_RESET", "EMAIL_OLD", "EMAIL_NEW"] as const;
export type AccountLinkKind = (typeof accountLinkKinds)[number];

/** A link that was mailed to one person and does one thing once. The mail holds the token, the table only its SHA-256. */
export const AccountLinkEntity = defineEntity({
  name: "AccountLink",
  tableName: "account_link",
  ...insideTier,
  properties: {
    ...tierRow,
    user: () => p.manyToOne(UserEntity).mapToPk(),
    kind: oneOf("kind", accountLinkKinds),
    tokenHash: p.text().unique(),
    /** Of a change of e-mail, the new address; otherwise where the link went. */
    email: p.text(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
  indexes: [{ name: "account_link_of_user", properties: ["user", "kind"] }],
});
