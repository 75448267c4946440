import { identifierKinds, type IdentifierKind } from "@tierline/shared/kinds.ts";
import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import { rangeOf, resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { isFreeSql } from "./availability.ts";
import { callingCodeOf } from "./calling-code.ts";
import { readSearch, type Look, type SearchColumn } from "./item-search.ts";
import { myReservedItems } from "./reservation.ts";
import { and, either, not, part, type Part } from "./sql-part.ts";
import type { InventoryTemplateRow } from "./template.entity.ts";
import { stockPathOf } from "./template.ts";

/** What is asked for; the ids are resolved, and what the viewer cannot see was refused. */
export interface ItemQuestion {
  readonly template: InventoryTemplateRow | null;
  readonly identifierKind: IdentifierKind | null;
  readonly states: readonly InventoryItemState[] | null;
  /** True: only what the viewer can pick. False: only what nobody can. */
  readonly isAvailable: boolean | null;
  /** From whose stock is picked. */
  readonly holderPath: string | null;
  /** False: only what lies in the stock that its template counts. True: only what was handed further down. */
  readonly isHandedDown: boolean | null;
  readonly location: string | null;
  readonly customerId: string | null;
  readonly serviceId: string | null;
  readonly search: string;
}

/** Rows of one list in one order; a page may cross from one stage to the next. */
export interface Stage {
  /** Sorted by these, then by id. Indexes end in them. */
  readonly columns: readonly (SearchColumn | "path")[];
  readonly condition: Part;
}

export interface ItemQuery {
  readonly stages: readonly Stage[];
  /** Alternatives, each of which an index serves; a row belongs to one of them. */
  readonly scopes: readonly Part[];
  /** Whether it goes through one stock, whose plan is the same wherever the stock lies. */
  readonly isPicker: boolean;
  /** What is counted by state: the same items whatever their state, and whatever is searched for (O43). */
  readonly countScope: Part;
}

export async function itemQueryOf(context: Context, question: ItemQuestion): Promise<ItemQuery> {
  const ground = and(groundOf(context, question), await whereItLies(context, question));
  const isPicker = question.isAvailable === true;
  return {
    stages: await stagesOf(context, question, isPicker),
    isPicker,
    scopes: isPicker ? pickable(context, ground) : [and(ground, ...stateConditions(question))],
    countScope: ground,
  };
}

function groundOf({ viewer }: Context, question: ItemQuestion): Part {
  const { template, identifierKind, holderPath, location, customerId, serviceId } = question;
  const { lo, hi } = rangeOf(viewer.path);
  const isPicker = question.isAvailable === true;
  return and(
    template === null ? null : part("i.template_id = ?", template.id),
    identifierKind === null ? null : part("i.identifier_kind = ?", identifierKind),
    // Said here although the policy says it too: only so an index on the path serves it.
    isPicker && holderPath !== null ? part("i.path = ?", holderPath) : part("i.path >= ? and i.path < ?", lo, hi),
    location === null ? null : part("i.location = ?", location),
    customerId === null ? null : part("i.customer_id = ?", customerId),
    serviceId === null ? null : part("i.service_id = ?", serviceId),
  );
}

async function whereItLies(context: Context, { template, isHandedDown }: ItemQuestion): Promise<Part | null> {
  if (isHandedDown === null) return null;
  const inStock =
    template === null ? await anyStock(context) : part("i.path = ?", stockPathOf(template, context.viewer.path));
  return isHandedDown ? not(inStock) : inStock;
}

/** The viewer's own; of templates of the tiers below, if there are any, each its own tier's. */
async function anyStock({ em, viewer }: Context): Promise<Part> {
  const own = resellerPathOf(viewer.path);
  const ownStock = part("i.path = ?", own);
  const { lo, hi } = rangeOf(own);
  const below = await em.execute("select 1 from inventory_template where path > ? and path < ? limit 1", [lo, hi]);
  if (below.length === 0) return ownStock;
  const stockBelow = part("exists (select 1 from inventory_template t where t.id = i.template_id and t.path = i.path)");
  return either(ownStock, stockBelow);
}

/** The free ones, and those that the viewer has set aside; what others have reserved is not shown (A-O1). */
function pickable({ viewer, clock }: Context, ground: Part): Part[] {
  const mine = myReservedItems(viewer.userId, clock.now());
  // An array, which is looked up first: joined, the database might go through the whole stock to find these few.
  const areMine = part(`i.id = any(array(${mine.text})) and i.state = 'RESERVED'`, ...mine.params);
  return [and(ground, part(isFreeSql)), and(ground, areMine)];
}

function stateConditions({ states, isAvailable }: ItemQuestion): (Part | null)[] {
  return [
    states === null || states.length === 0 ? null : part("i.state in (?)", [...states]),
    isAvailable === false ? part(`not ${isFreeSql}`) : null,
  ];
}

async function stagesOf(context: Context, question: ItemQuestion, isPicker: boolean): Promise<Stage[]> {
  const { search, template, identifierKind } = question;
  if (search === "") return [{ columns: isPicker ? ["identifier"] : ["path", "label_key"], condition: and() }];
  const kinds =
    identifierKind !== null ? [identifierKind] : template === null ? identifierKinds : [template.identifierKind];
  const callingCode = kinds.includes("PHONE_NUMBER") ? await callingCodeOf(context) : null;
  const stages: Stage[] = [];
  for (const [drive = [], ...others] of readSearch(search, { kinds, callingCode })) {
    const rest = others.map((looks) => either(...looks.map(beginsWith)));
    for (const look of drive)
      stages.push({
        columns: isPicker ? [look.column] : ["path", look.column],
        condition: and(beginsWith(look), ...rest),
      });
  }
  return withoutRepetition(stages);
}

/** The highest code point: everything that begins with a text sorts below the text followed by it. */
const highest = "\u{10FFFF}";

/** A range and no `like`: only leakproof operators reach an index behind row-level security. */
function beginsWith({ column, prefix }: Look): Part {
  return part(`i.${column} >= ? and i.${column} < ?`, prefix, prefix + highest);
}

/** What an earlier stage has shown a later one leaves out. */
function withoutRepetition(stages: readonly Stage[]): Stage[] {
  return stages.map(({ columns, condition }, index) => ({
    columns,
    condition: and(condition, ...stages.slice(0, index).map((earlier) => not(earlier.condition))),
  }));
}
