import { useMutation } from "@apollo/client/react";
import { StartActingAsDocument, StopActingDocument } from "../api/acting.generated.ts";
import { useSend } from "../api/use-send.ts";
import { pageLoad } from "./page-load.ts";
import { path } from "./path.ts";

const cameFrom = "tierline:acting-from";

/** Being in another's place (B19): the portal is theirs from the load of the page on, and one's own place again from another. */
export function useActing() {
  const [start] = useMutation(StartActingAsDocument);
  const [stop] = useMutation(StopActingDocument);
  const { send, isBusy, problem } = useSend();
  const begin = async (userId: string, reason: string | null) => {
    const { data } = await start({ variables: { input: { userId, mode: reason === null ? "READ" : "ACT", reason } } });
    return data?.startActingAs.userErrors;
  };
  const end = async () => (await stop()).data?.stopActing.userErrors;
  return {
    isBusy,
    problem,
    /** To see what they see. */
    async view(userId: string): Promise<void> {
      const { pathname, search } = window.location;
      if (!pathname.startsWith("/portal")) sessionStorage.setItem(cameFrom, pathname + search);
      if (await send(() => begin(userId, null))) pageLoad.to(path.portal());
    },
    /**
     * To do what they may. Whoever is in another's place begins anew from their own, since nobody acts from there as anybody; when
     * that is refused they look on as before.
     */
    async act(userId: string, reason: string): Promise<void> {
      const isDone = await send(async () => {
        await end();
        const lookAgain = () => begin(userId, null);
        const errors = await begin(userId, reason).catch((error: unknown) =>
          lookAgain().then(() => Promise.reject(error)),
        );
        if (errors !== undefined && errors.length > 0) await lookAgain();
        return errors;
      });
      if (isDone) pageLoad.to(window.location.pathname);
    },
    async leave(): Promise<void> {
      if (!(await send(end))) return;
      const back = sessionStorage.getItem(cameFrom);
      sessionStorage.removeItem(cameFrom);
      pageLoad.to(back ?? path.start());
    },
  };
}
