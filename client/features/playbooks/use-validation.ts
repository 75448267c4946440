import { useMutation } from "@apollo/client/react";
import { useEffect, useEffectEvent, useState } from "react";
import type { PlaybookFormat } from "../../api/generated/schema.ts";
import { ValidatePlaybookDocument, type ValidatePlaybookMutation } from "./playbooks.generated.ts";

type Answer = ValidatePlaybookMutation["validatePlaybook"];
export type Problem = Answer["problems"][number];
export type Planned = Answer["tasks"][number];

export interface Validation {
  readonly problems: readonly Problem[];
  /** The tasks as they would be planned; of the last text that could be read. */
  readonly tasks: readonly Planned[] | null;
  readonly isChecking: boolean;
}

const pauseMs = 400;
const nothing: Validation = { problems: [], tasks: null, isChecking: false };

/** Checked as it is typed, by the code that will run it. An answer to an older text is never put over a newer one's. */
export function useValidation(document: string | null, format: PlaybookFormat): Validation {
  const [validate] = useMutation(ValidatePlaybookDocument);
  const [found, setFound] = useState<Validation & { readonly of: string | null }>({ ...nothing, of: null });
  const ask = useEffectEvent(async (text: string, isWanted: () => boolean) => {
    const { data } = await validate({ variables: { input: { format, document: text } } });
    if (!isWanted() || data == null) return;
    const { problems, tasks, userErrors } = data.validatePlaybook;
    const refused = userErrors.map(({ message }): Problem => ({ message, path: null, line: null, column: null }));
    setFound((before) => ({
      of: text,
      problems: [...refused, ...problems],
      tasks: tasks.length > 0 ? tasks : before.tasks,
      isChecking: false,
    }));
  });
  useEffect(() => {
    if (document === null) return;
    let isWanted = true;
    const timer = setTimeout(() => void ask(document, () => isWanted).catch(() => undefined), pauseMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [document, format]);
  if (document === null) return nothing;
  return { problems: found.problems, tasks: found.tasks, isChecking: found.of !== document };
}
