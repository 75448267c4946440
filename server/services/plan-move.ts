import { createHash } from "node:crypto";
import { movedRowsMax } from "@tierline/shared/limits.ts";
import { permissionKeys, type Permission } from "@tierline/shared/permission.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import type { ResellerState } from "@tierline/shared/reseller-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import { ancestorsOf, childPath, isWithin, parentPathOf, rangeOf } from "@tierline/shared/tier-path.ts";
import type { OfferingRow } from "../catalog/offering.entity.ts";
import { letTo, soldAt } from "../catalog/sellable-offerings.ts";
import type { Context } from "../kernel/context.ts";
import type { Refusal } from "../kernel/rejection.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";
import { dependentsOf, type Dependents } from "./close-reseller.ts";
import { changeOf, only, resellerBelow, type CatalogChange } from "./plan-selling.ts";

export interface MoveQuestion {
  /** The API's ids: who is moved, and below whom. */
  readonly id: string;
  readonly parentId: string;
}

export interface MovePlan {
  readonly row: ResellerRow;
  readonly parent: ResellerRow;
  readonly path: string;
  /** Of it and all below it. */
  readonly counts: Dependents & { readonly items: number };
  /** What it may sell at the one place and not at the other. */
  readonly catalog: CatalogChange;
  /** What those above the old place let be done and those above the new one do not. */
  readonly rightsLost: readonly Permission[];
  readonly refusals: readonly Refusal[];
  /** Of all that was shown; null when it is refused. */
  readonly fingerprint: string | null;
}

/**
 * What a move would change, and why it cannot be. Reads only; counts through all that lies below.
 * @throws AccessError NOT_FOUND (either of them)
 */
export async function planMove(context: Pick<Context, "em" | "viewer">, question: MoveQuestion): Promise<MovePlan> {
  const [row, parent] = await Promise.all([
    resellerBelow(context, question.id),
    resellerBelow(context, question.parentId),
  ]);
  const path = childPath(parent.path, `r${row.number}`);
  const [above, counts] = [await aboveOf(context, row, parent), await countsOf(context, row.path)];
  const rightsLost = lostBetween(
    above.filter((each) => each.path !== row.path && isWithin(row.path, each.path)),
    above.filter((each) => isWithin(parent.path, each.path)),
  );
  const catalog = await catalogChangeOf(context, row, parent);
  const refusals = await refusalsOf(context, { row, parent, above });
  const ids = (offerings: readonly OfferingRow[]) => offerings.map(({ id }) => id);
  const shown = [row.id, row.version, row.path, path, counts, rightsLost, ids(catalog.lost), ids(catalog.gained)];
  const digest = createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 24);
  return {
    row,
    parent,
    path,
    counts,
    catalog,
    rightsLost,
    refusals,
    fingerprint: refusals.length === 0 ? digest : null,
  };
}

/** Of what comes down from above: what it made itself goes with it. */
async function catalogChangeOf(
  context: Pick<Context, "em">,
  row: ResellerRow,
  parent: ResellerRow,
): Promise<CatalogChange> {
  const stored = row.sellsAll ? null : await letTo(context, row.id);
  const at = async (path: string) => only(await soldAt(context, path), (id) => stored?.has(id) ?? true);
  return changeOf(context, row.path, { before: await at(parentPathOf(row.path)), after: await at(parent.path) });
}

interface Above {
  readonly path: string;
  readonly name: string;
  readonly state: ResellerState;
  readonly delegated: readonly string[] | null;
}

/** Both ways up to the root, with the new parent. */
function aboveOf({ em }: Pick<Context, "em">, row: ResellerRow, parent: ResellerRow): Promise<Above[]> {
  const paths = [...new Set([...ancestorsOf(row.path), ...ancestorsOf(parent.path)])];
  return em.execute<Above[]>("select path, name, state, delegated from reseller where path in (?) order by path", [
    paths,
  ]);
}

async function countsOf({ em }: Pick<Context, "em">, path: string): Promise<MovePlan["counts"]> {
  const { lo, hi } = rangeOf(path);
  const dependents = await dependentsOf({ em }, path);
  const [{ items }] = await em.execute<[{ items: string }]>(
    "select count(*) as items from inventory_item where path >= ? and path < ?",
    [lo, hi],
  );
  return { ...dependents, items: Number(items) };
}

function lostBetween(before: readonly Above[], after: readonly Above[]): Permission[] {
  const isLetDo = (above: readonly Above[], key: Permission): boolean =>
    above.every(({ delegated }) => delegated === null || delegated.includes(key));
  return permissionKeys.filter((key) => isLetDo(before, key) && !isLetDo(after, key));
}

interface Places {
  readonly row: ResellerRow;
  readonly parent: ResellerRow;
  readonly above: readonly Above[];
}

async function refusalsOf({ em, viewer }: Pick<Context, "em" | "viewer">, places: Places): Promise<Refusal[]> {
  const { row, parent, above } = places;
  const refused = (message: Refusal["message"], path: readonly string[] = ["parentId"]): Refusal => ({
    code: "STATE_CONFLICT",
    message,
    path,
  });
  if (row.path === viewer.path || row.parent === null) return [refused(say("reseller.own"), ["id"])];
  if (isWithin(parent.path, row.path)) return [refused(say("reseller.moveCycle", { reseller: row.name }))];
  if (row.parent === parent.id) return [refused(say("reseller.moveSame", { reseller: parent.name }))];
  const refusals: Refusal[] = [];
  const asleep = above.find(({ path, state }) => isWithin(parent.path, path) && state !== "ACTIVE");
  if (asleep !== undefined) {
    refusals.push(refused(say("customer.resellerState", { reseller: asleep.name, state: asleep.state })));
  }
  const { lo, hi } = rangeOf(row.path);
  const left = above.filter(({ path }) => path !== row.path && !isWithin(parent.path, path));
  const [{ runs, rows, ties }] = await em.execute<[{ runs: string; rows: number; ties: number }]>(
    `select (select count(*) from provisioning_run where path >= ? and path < ? and finished_at is null) as runs,
            count_tier_rows(?, ?, ?) as rows, count_tier_ties(?, ?, string_to_array(?, ' ')) as ties`,
    [lo, hi, lo, hi, movedRowsMax + 1, lo, hi, left.map(({ path }) => path).join(" ")],
  );
  if (Number(runs) > 0) refusals.push(refused(say("reseller.moveRuns", { count: Number(runs) }), ["id"]));
  if (rows > movedRowsMax) refusals.push(refused(say("reseller.moveTooMany", { max: movedRowsMax }), ["id"]));
  refusals.push(...(await balanceLeft({ em }, row)), ...(await numbersLeft({ em }, row, left)));
  if (ties > 0) {
    const resellers = left.map(({ name }) => name).join(", ");
    refusals.push({
      code: "IN_USE",
      message: say("reseller.moveTies", { count: ties, resellers }),
      path: ["parentId"],
    });
  }
  return refusals;
}

/** What it has with its old parent would be nobody's business any more. */
async function balanceLeft({ em }: Pick<Context, "em">, { path, name }: ResellerRow): Promise<Refusal[]> {
  const [account] = await em.execute<{ balance: string; currency: string }[]>(
    `select b.balance_micros::text as balance, a.currency from ledger_account a join ledger_balance b on b.account_id = a.id
     where a.path = ? and a.kind = 'BILLING' and (b.balance_micros <> 0 or b.held_micros <> 0)`,
    [path],
  );
  if (account === undefined) return [];
  const amount = { amount: decimalOf(money(BigInt(account.balance), account.currency)), currency: account.currency };
  const message = say("reseller.moveBalance", { reseller: name, amount });
  return [{ code: "NONZERO_BALANCE", message, path: ["id"] }];
}

/** Numbers that it has from its old parent, or that somebody who stays above pays for. */
async function numbersLeft(
  { em }: Pick<Context, "em">,
  { path, name }: ResellerRow,
  left: readonly Above[],
): Promise<Refusal[]> {
  const { lo, hi } = rangeOf(path);
  const [{ count }] = await em.execute<[{ count: number }]>(
    `select count(distinct i.id)::int as count from inventory_item i join number_lease l on l.item_id = i.id and l.ended_at is null
     where i.path >= ? and i.path < ? and l.path in (?)`,
    [lo, hi, [path, ...left.map((each) => each.path)]],
  );
  if (count === 0) return [];
  return [{ code: "IN_USE", message: say("reseller.moveNumbers", { reseller: name, count }), path: ["id"] }];
}
