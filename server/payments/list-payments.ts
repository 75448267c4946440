import type { Context } from "../kernel/context.ts";
import { checkedFirst, decodeIdCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { PaymentEntity, type PaymentRow } from "./payment.entity.ts";

/** By which an account was paid, or was to be, the latest first. */
export async function listPayments(
  { em }: Pick<Context, "em">,
  account: { readonly id: string; readonly path: string },
  request: PageRequest,
): Promise<Page<PaymentRow>> {
  const first = checkedFirst(request);
  const after = decodeIdCursor(request);
  const rows = await em.find(
    PaymentEntity,
    { path: account.path, accountId: account.id, ...(after !== null && { id: { $lt: after } }) },
    { disableIdentityMap: true, orderBy: { id: "desc" }, limit: first + 1 },
  );
  return pageOf(rows, first, ({ id }) => [id]);
}
