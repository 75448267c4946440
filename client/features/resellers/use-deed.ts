import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { failureOf, type UserErrorLike } from "../../api/user-errors.ts";

type Payloads = Record<string, { readonly userErrors: readonly UserErrorLike[] } | string | undefined>;

/** One change of a reseller: whether it was done, and in words why not. */
export function useDeed<Data extends object, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
) {
  const [mutate, { loading }] = useMutation(document as TypedDocumentNode<Data, Record<string, unknown>>);
  const [problem, setProblem] = useState<string | null>(null);
  async function send(variables: Variables): Promise<boolean> {
    if (loading) return false;
    setProblem(null);
    try {
      const { data } = await mutate({ variables });
      const refusals = refusalsOf(data);
      if (refusals.length === 0) return true;
      setProblem(refusals.map(({ message }) => message).join(" "));
    } catch (error) {
      setProblem(failureOf(error).message);
    }
    return false;
  }
  return { send, isBusy: loading, problem };
}

/** The one field of a mutation answers its payload. */
function refusalsOf(data: object | null | undefined): readonly UserErrorLike[] {
  const payloads = Object.values((data ?? {}) as Payloads); // each document of this kind asks for `userErrors`
  return payloads.flatMap((payload) => (typeof payload === "object" ? payload.userErrors : []));
}
