export const roles = ["OPERATOR", "RESELLER_OWNER", "AGENT", "ACCOUNT_ADMIN", "CUSTOMER_USER", "MEMBER"] as const;
export type Role = (typeof roles)[number];

/** Of a customer's own people; whoever holds another works for a reseller. */
const customerRoles: readonly Role[] = ["ACCOUNT_ADMIN", "CUSTOMER_USER"];

export function isCustomerRole(role: Role): boolean {
  return customerRoles.includes(role);
}

interface PermissionFacts {
  readonly title: string;
  /** Completes "Holders may …". */
  readonly description: string;
  /** Who holds it by default, besides the operator, who holds all. */
  readonly heldBy: readonly Exclude<Role, "OPERATOR">[];
}

const owner = ["RESELLER_OWNER"] as const;
const staff = ["RESELLER_OWNER", "AGENT"] as const;
/** Who manages people: of a reseller, or of a customer. */
const managers = ["RESELLER_OWNER", "ACCOUNT_ADMIN"] as const;
const everyone = ["RESELLER_OWNER", "AGENT", "ACCOUNT_ADMIN", "CUSTOMER_USER"] as const;
const everybody = [...everyone, "MEMBER"] as const;

/** Every permission there is: a guard, a disabled button and the schema's descriptions all name one of these. */
export const permissions = {
  "reseller.view": { title: "View resellers", description: "see the reseller and those below it", heldBy: staff },
  "reseller.create": { title: "Create resellers", description: "create resellers below their own", heldBy: owner },
  "reseller.update": {
    title: "Update resellers",
    description: "change resellers below their own, and of their own what is not its parent's to say",
    heldBy: owner,
  },
  "reseller.activate": {
    title: "Activate resellers",
    description: "activate their own reseller and those below it",
    heldBy: owner,
  },
  "reseller.suspend": {
    title: "Suspend and close resellers",
    description: "suspend, resume and close resellers below their own",
    heldBy: owner,
  },
  "reseller.move": {
    title: "Move resellers",
    description: "put a reseller and all below it under another parent",
    heldBy: [],
  },
  "reseller.delegate": {
    title: "Limit resellers",
    description: "decide what resellers below their own may do",
    heldBy: owner,
  },
  "reseller.act_for": {
    title: "Work for resellers",
    description: "work in the place of a reseller below their own",
    heldBy: owner,
  },
  "customer.view": {
    title: "View customers",
    description: "see customers, their contacts and sites",
    heldBy: everyone,
  },
  "customer.create": { title: "Create customers", description: "create customers", heldBy: staff },
  "customer.update": { title: "Update customers", description: "change customers", heldBy: staff },
  "customer_template.edit": {
    title: "Edit onboarding templates",
    description: "say what new customers begin with",
    heldBy: owner,
  },
  "customer.activate": {
    title: "Activate sign-ups",
    description: "take on who signed up as a customer, or refuse them",
    heldBy: staff,
  },
  "customer.delegate": {
    title: "Limit customers' people",
    description: "decide what a customer's own people may see and do",
    heldBy: owner,
  },
  "customer.deactivate": {
    title: "Deactivate customers",
    description: "deactivate customers and bring them back",
    heldBy: owner,
  },
  "subscriber.view": {
    title: "View subscribers",
    description: "see the people who have packages, and how many of each there are",
    heldBy: [...staff, "ACCOUNT_ADMIN"],
  },
  "subscriber.edit": {
    title: "Edit subscribers",
    description: "give customers' people packages and add-ons, and change them",
    heldBy: staff,
  },
  "subscriber.delete": {
    title: "Delete subscribers",
    description: "end what customers' people have",
    heldBy: staff,
  },
  "package.assign": {
    title: "Assign packages",
    description: "say which packages a customer may give to its people, and how many",
    heldBy: staff,
  },
  "contact.edit": {
    title: "Edit contacts and sites",
    description: "add, change and remove contacts and sites",
    heldBy: everyone,
  },
  "catalog.view": {
    title: "View the catalog",
    description: "see plans and add-ons with their retail prices",
    heldBy: everyone,
  },
  "catalog.edit": {
    title: "Edit the catalog",
    description: "create and change plans, add-ons and prices",
    heldBy: owner,
  },
  "finance.view": { title: "View cost and margin", description: "see wholesale prices and margins", heldBy: owner },
  "rate.view": { title: "View rates", description: "see what calls are sold for", heldBy: staff },
  "rate.edit": {
    title: "Edit rates",
    description: "import rate decks, change rate plans and allowances and say who buys by them",
    heldBy: owner,
  },
  "price.sell_below_cost": {
    title: "Sell below cost",
    description: "set a price below what is paid for it, with a reason",
    heldBy: owner,
  },
  "balance.view": {
    title: "View balances",
    description: "see balances and statements of their own side",
    heldBy: everyone,
  },
  "balance.change": {
    title: "Change balances",
    description: "record payments and charges of those they sell to, take them back, and say how they pay",
    heldBy: owner,
  },
  "call.view": { title: "View calls", description: "see calls and what they cost", heldBy: everyone },
  "call_type.view": {
    title: "View what was called",
    description: "see whether calls went to mobile phones or fixed lines, and where to",
    heldBy: everyone,
  },
  "call.guard": {
    title: "Limit calls",
    description: "say what those they sell to may call, and how much",
    heldBy: owner,
  },
  "call.end": { title: "End calls", description: "have the switch end a call that is under way", heldBy: staff },
  "call.record": { title: "Record calls", description: "hand in records of calls, which are charged", heldBy: owner },
  "credit.buy": {
    title: "Buy credit",
    description: "pay whoever sells to them: top up, and choose what is charged",
    heldBy: everyone,
  },
  "payment.set_up": {
    title: "Set up payments",
    description: "connect their reseller's own accounts with payment providers",
    heldBy: owner,
  },
  "invoice.view": {
    title: "View invoices",
    description: "see invoices of their own side, and how what was charged came to be",
    heldBy: everyone,
  },
  "invoice.issue": { title: "Issue invoices", description: "issue invoices to those they sell to", heldBy: owner },
  "credit_note.create": {
    title: "Credit invoices",
    description: "give back all or part of what an invoice of theirs asked for",
    heldBy: owner,
  },
  "inventory.view": { title: "View inventory", description: "see templates, items and their history", heldBy: staff },
  "inventory.add": { title: "Add inventory", description: "take new items into stock", heldBy: owner },
  "inventory.edit": { title: "Edit inventory", description: "change an item's state, place and note", heldBy: owner },
  "inventory.reserve": { title: "Reserve inventory", description: "reserve items for a limited time", heldBy: staff },
  "inventory.hand_down": { title: "Hand inventory down", description: "give items to a reseller below", heldBy: owner },
  "inventory.sell": { title: "Sell inventory", description: "sell or hand over an item to a customer", heldBy: staff },
  "template.edit": {
    title: "Edit inventory templates",
    description: "create, change and delete templates",
    heldBy: owner,
  },
  "order.view": { title: "View orders", description: "see orders", heldBy: everyone },
  "order.place": {
    title: "Place orders",
    description:
      "quote and order plans and add-ons for a customer; a customer's own people, add-ons for their services",
    heldBy: everyone,
  },
  "order.undo": { title: "Undo orders", description: "undo an order shortly after it was placed", heldBy: staff },
  "service.view": { title: "View services", description: "see services, balances and items in use", heldBy: everyone },
  "service.check": { title: "Check services", description: "ask the network whether a service works", heldBy: staff },
  "service.reveal": {
    title: "Reveal access data",
    description: "see once the password that provisioning has made for a service",
    heldBy: everyone,
  },
  "service.terminate": { title: "Terminate services", description: "end a service for good", heldBy: owner },
  "service.suspend": {
    title: "Suspend services",
    description: "take a service off the network and bring it back",
    heldBy: staff,
  },
  "line.manage": {
    title: "Manage lines",
    description: "set how many calls at a time a line may have, as far as its plan and its customer's limit allow",
    heldBy: everyone,
  },
  "problem.view": { title: "View problems", description: "see the problems that were reported", heldBy: everyone },
  "problem.report": {
    title: "Report problems",
    description: "report a problem to a customer's support contacts",
    heldBy: everyone,
  },
  "problem.handle": {
    title: "Handle problems",
    description: "escalate, answer and close problems",
    heldBy: staff,
  },
  "screening.view": {
    title: "View screening",
    description: "see how customers were screened, and cases of potential matches",
    heldBy: staff,
  },
  "screening.review": {
    title: "Review screening",
    description: "approve and confirm potential matches, log attempts to reach people, and undo deactivations",
    heldBy: owner,
  },
  "screening.import": {
    title: "Import screening lists",
    description: "import the lists that customers are screened against, and say how they are compared",
    heldBy: [],
  },
  "call_in.edit": {
    title: "Edit call-in regions",
    description: "say which countries dial in to meetings where, and by which numbers",
    heldBy: [],
  },
  "bulk.import": {
    title: "Import in bulk",
    description:
      "hand in files of many things to do, rehearse and begin them; each row takes the right to do it once besides",
    heldBy: owner,
  },
  "run.view": { title: "View runs", description: "watch provisioning runs and read their logs", heldBy: staff },
  "run.operate": {
    title: "Operate runs",
    description: "retry, roll back and cancel runs and do manual tasks",
    heldBy: staff,
  },
  "brand.edit": {
    title: "Edit the brand",
    description: "change how their reseller looks to its customers, and under which host names",
    heldBy: owner,
  },
  "playbook.view": { title: "View playbooks", description: "read playbooks and their versions", heldBy: owner },
  "playbook.edit": { title: "Edit playbooks", description: "save new versions of playbooks", heldBy: [] },
  "connector.view": { title: "View connectors", description: "see the health of outside systems", heldBy: staff },
  "connector.edit": { title: "Edit connectors", description: "change how outside systems are reached", heldBy: [] },
  "lab.view": { title: "View the lab", description: "see the demo network and its calls", heldBy: staff },
  "lab.operate": { title: "Operate the lab", description: "break and mend the demo network by hand", heldBy: staff },
  "user.view": {
    title: "View people",
    description: "see who works here and with which rights",
    heldBy: [...staff, "ACCOUNT_ADMIN"],
  },
  "user.invite": {
    title: "Invite people",
    description: "invite people and withdraw invitations",
    heldBy: managers,
  },
  "user.update": {
    title: "Update people",
    description: "change people's names, roles and customers",
    heldBy: managers,
  },
  "user.disable": { title: "Disable people", description: "disable people and enable them again", heldBy: managers },
  "role.edit": {
    title: "Edit roles",
    description: "create, change and delete the reseller's own roles",
    heldBy: owner,
  },
  "user.act_as": {
    title: "Act as a customer's people",
    description: "see what a customer's own person sees and, for a reason, act in their place",
    heldBy: staff,
  },
  "api_key.view": {
    title: "View API keys",
    description: "see programs, their keys and what they asked",
    heldBy: owner,
  },
  "api_key.manage": {
    title: "Manage API keys",
    description: "make, change, rotate and revoke keys of programs",
    heldBy: owner,
  },
  "audit.view": { title: "View the audit trail", description: "see who changed what", heldBy: staff },
  "audit.export": {
    title: "Export the audit trail",
    description: "take the audit trail away as a file",
    heldBy: owner,
  },
  "home.view": { title: "View home", description: "see what needs attention and the day's figures", heldBy: staff },
  "profile.update": { title: "Change one's own profile", description: "choose one's own language", heldBy: everybody },
  "search.use": { title: "Search", description: "search everything at once", heldBy: staff },
} as const satisfies Record<string, PermissionFacts>;

export type Permission = keyof typeof permissions;

export const permissionKeys = Object.keys(permissions) as readonly Permission[]; // Object.keys forgets the literal keys

/** What a role holds by default, in the order of the list. */
export function permissionsOf(role: Role): Permission[] {
  return permissionKeys.filter((key) => holds(role, key));
}

export function holds(role: Role, key: Permission): boolean {
  return role === "OPERATOR" || heldBy(key).includes(role);
}

export function isPermission(text: string): text is Permission {
  return Object.hasOwn(permissions, text);
}

function heldBy(key: Permission): readonly Role[] {
  return permissions[key].heldBy;
}
