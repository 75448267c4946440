import type { PersonRowFragment } from "./people.generated.ts";
import type { RoleRowFragment } from "./roles.generated.ts";

const acme = { __typename: "Reseller" as const, id: "rsl_acme", key: "acme", name: "Acme" };

export function person(more: Partial<PersonRowFragment> = {}): PersonRowFragment {
  return {
    __typename: "User",
    id: "usr_2",
    name: "Nina New",
    email: "nina@acme.test",
    role: "MEMBER",
    state: "ACTIVE",
    hasFactor: false,
    version: 3,
    isWithinMyRights: true,
    invitedUntil: null,
    lastSignInAt: null,
    namedCustomersOnly: false,
    namedCustomers: [],
    roles: [],
    reseller: acme,
    customer: null,
    ...more,
  } as PersonRowFragment;
}

export function role(more: Partial<RoleRowFragment> = {}): RoleRowFragment {
  const facts = { id: "rol_1", name: "Run reader", permissions: ["run.view"], version: 1, holderCount: 2 };
  return { __typename: "CustomRole", ...facts, reseller: acme, ...more } as RoleRowFragment;
}

export function pageOfNodes(typeName: string, nodes: readonly object[]) {
  return {
    __typename: typeName,
    nodes,
    pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
    totalCount: { __typename: "TotalCount", value: nodes.length, isEstimate: false },
  };
}
