import { useState } from "react";
import { failureOf, fieldErrors, type UserErrorLike } from "./user-errors.ts";

export interface Problem {
  readonly message: string;
  readonly requestId: string | null;
}

/** What is needed of a Mantine form, whatever its values. */
interface SavableForm {
  setErrors(errors: Record<string, string>): void;
  getInputNode(path: string): { focus(): void } | null;
}

/**
 * Sends a form: refusals go onto their fields, what belongs to none and failures come back as the problem to be shown once above
 * the buttons. `send` answers the payload's errors.
 */
export function useSave(form: SavableForm, fields: readonly string[]) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function save(send: () => Promise<readonly UserErrorLike[] | undefined>): Promise<boolean> {
    if (isBusy) return false;
    setBusy(true);
    setProblem(null);
    try {
      const errors = (await send()) ?? [];
      if (errors.length === 0) return true;
      show(errors);
    } catch (error) {
      const { message, requestId } = failureOf(error);
      setProblem({ message, requestId });
    } finally {
      setBusy(false);
    }
    return false;
  }

  function show(errors: readonly UserErrorLike[]): void {
    const { byField, general } = fieldErrors(errors, fields);
    form.setErrors(byField);
    if (general.length > 0) setProblem({ message: general.join(" "), requestId: null });
    const [first] = Object.keys(byField);
    if (first !== undefined) form.getInputNode(first)?.focus();
  }

  return { save, isBusy, problem, setProblem };
}

/** Errors of an input that is itself a field of the mutation's: `site.name` is the form's `name`. */
export function within(part: string, errors: readonly UserErrorLike[] | undefined): UserErrorLike[] | undefined {
  return errors?.map((error) => ({ ...error, path: error.path?.[0] === part ? error.path.slice(1) : error.path }));
}
