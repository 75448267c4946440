type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

function withQuery(path: string, query: Query = {}): string {
  const parts = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  if (parts.length === 0) return path;
  return `${path}?${new URLSearchParams(parts.map(([key, value]) => [key, String(value)]))}`;
}

const inTier = (reseller: string, rest: string): string => `/r/${encodeURIComponent(reseller)}${rest}`;
const id = encodeURIComponent;

/** Every address of the console, where the tier is always in it (`/r/<reseller key>/…`), and of the portal. */
export const path = {
  signIn: (next?: string) => withQuery("/sign-in", { next }),
  start: () => "/",
  forgottenPassword: () => "/forgotten-password",
  signUp: () => "/sign-up",
  home: (reseller: string) => inTier(reseller, ""),
  customers: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/customers"), query),
  customerTemplates: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/customers/templates"), query),
  onboardings: (reseller: string) => inTier(reseller, "/onboarding"),
  onboarding: (reseller: string, onboarding: string, step: string) =>
    inTier(reseller, `/onboarding/${id(onboarding)}/${step}`),
  newCustomer: (reseller: string, query?: { name?: string }) => withQuery(inTier(reseller, "/customers/new"), query),
  customer: (reseller: string, customer: string, tab?: string) =>
    withQuery(inTier(reseller, `/customers/${id(customer)}`), { tab }),
  /** With the form open in which its name, how it is reached and its billing address are changed. */
  editCustomer: (reseller: string, customer: string, tab?: string) =>
    withQuery(inTier(reseller, `/customers/${id(customer)}`), { tab, edit: "1" }),
  catalog: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/catalog"), query),
  offering: (reseller: string, slug: string) => inTier(reseller, `/catalog/${id(slug)}`),
  /** O4: one address for all ways into it; reloads in the same state. */
  assign: (
    reseller: string,
    query?: { product?: string; customer?: string; service?: string; kind?: string; type?: string },
  ) => withQuery(inTier(reseller, "/assign"), query),
  services: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/services"), query),
  service: (reseller: string, service: string) => inTier(reseller, `/services/${id(service)}`),
  inventory: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/inventory"), query),
  item: (reseller: string, item: string) => inTier(reseller, `/inventory/items/${id(item)}`),
  addItems: (reseller: string, query?: { template?: string }) => withQuery(inTier(reseller, "/inventory/add"), query),
  templates: (reseller: string) => inTier(reseller, "/inventory/templates"),
  numbers: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/numbers"), query),
  runs: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/runs"), query),
  run: (reseller: string, run: string) => inTier(reseller, `/runs/${id(run)}`),
  rates: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/rates"), query),
  payments: (reseller: string) => inTier(reseller, "/payments"),
  brand: (reseller: string) => inTier(reseller, "/brand"),
  reports: (reseller: string, query?: { from?: string; to?: string }) => withQuery(inTier(reseller, "/reports"), query),
  calls: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/calls"), query),
  liveCalls: (reseller: string) => inTier(reseller, "/live-calls"),
  screening: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/screening"), query),
  screeningLists: (reseller: string) => inTier(reseller, "/screening/lists"),
  screeningCase: (reseller: string, screeningCase: string) => inTier(reseller, `/screening/${id(screeningCase)}`),
  problems: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/problems"), query),
  problem: (reseller: string, problem: string) => inTier(reseller, `/problems/${id(problem)}`),
  resellers: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/resellers"), query),
  newReseller: (reseller: string, query?: { parent?: string }) => withQuery(inTier(reseller, "/resellers/new"), query),
  resellerNode: (reseller: string, node: string, tab?: string) =>
    withQuery(inTier(reseller, `/resellers/${id(node)}`), { tab }),
  playbooks: (reseller: string) => inTier(reseller, "/playbooks"),
  playbook: (reseller: string, key: string) => inTier(reseller, `/playbooks/${id(key)}`),
  connectors: (reseller: string) => inTier(reseller, "/connectors"),
  imports: (reseller: string) => inTier(reseller, "/imports"),
  newImport: (reseller: string) => inTier(reseller, "/imports/new"),
  import: (reseller: string, bulkImport: string) => inTier(reseller, `/imports/${id(bulkImport)}`),
  callIn: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/call-in"), query),
  developers: (reseller: string) => inTier(reseller, "/developers"),
  webhooks: (reseller: string, query?: { endpoint?: string }) =>
    withQuery(inTier(reseller, "/developers/webhooks"), query),
  apiLimits: (reseller: string) => inTier(reseller, "/developers/limits"),
  apiChanges: (reseller: string, query?: { entry?: string }) =>
    withQuery(inTier(reseller, "/developers/changes"), query),
  audit: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/audit"), query),
  lab: (reseller: string) => inTier(reseller, "/lab"),
  people: (reseller: string, query?: Query) => withQuery(inTier(reseller, "/people"), query),
  person: (reseller: string, person: string) => inTier(reseller, `/people/${id(person)}`),
  roles: (reseller: string) => inTier(reseller, "/roles"),
  presets: (reseller: string) => inTier(reseller, "/presets"),
  account: (reseller: string) => inTier(reseller, "/account"),
  /** The customer's portal: one's own, so that no tier is in its addresses. */
  portal: () => "/portal",
  portalServices: () => "/portal/services",
  portalService: (service: string) => `/portal/services/${id(service)}`,
  portalLines: () => "/portal/lines",
  portalBilling: () => "/portal/billing",
  portalCalls: (query?: Query) => withQuery("/portal/calls", query),
  portalProblems: () => "/portal/problems",
  portalSubscribers: () => "/portal/subscribers",
  portalContacts: () => "/portal/contacts",
  portalAccount: () => "/portal/account",
  portalSecurity: () => "/portal/security",
} as const;
