import type { Changes } from "./changes.ts";
import type { Context } from "./context.ts";

class TakenBack extends Error {
  override readonly name = "TakenBack";
}

const nobodyIsTold: Pick<Changes, "announce"> = { announce: () => undefined };

/** Does the very thing, and takes it back before anybody can have seen it. Answers what `work` does. */
export async function takenBack<T>(context: Context, work: (context: Context) => Promise<T>): Promise<T> {
  const changes = Object.assign(Object.create(context.changes) as Changes, nobodyIsTold);
  let answer: { readonly value: T } | null = null;
  try {
    await context.em.transactional(async (em) => {
      answer = { value: await work({ ...context, em, changes, isTrial: true }) };
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return (answer as { readonly value: T } | null)!.value; // nothing but what was thrown after it comes here
}
