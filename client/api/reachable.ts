/** A part of the console could not be fetched because nobody answers there. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

export function isReachable(): Promise<boolean> {
  return fetch("/healthz", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/**
 * A part that is not there any more makes the router load the window anew, which is right after an update. Where nobody answers
 * that would put the browser's own error in the place of the console, so it is told apart.
 */
export async function reachably<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (await isReachable()) throw error;
    throw new Unreachable("Nobody answers", { cause: error });
  }
}
