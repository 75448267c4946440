import { useApolloClient, useMutation } from "@apollo/client/react";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { failureOf, fieldErrors, type UserErrorLike } from "../../api/user-errors.ts";
import {
  CreateOfferingDocument,
  OfferingPageDocument,
  UpdateOfferingDocument,
  type OfferingDetailsFragment,
} from "./offering.generated.ts";
import {
  amountKinds,
  createInput,
  emptyValues,
  isAmount,
  ownPriceOf,
  updateInput,
  valuesOf,
  type OfferingValues,
} from "./offering-values.ts";

export interface Problem {
  readonly message: string;
  readonly requestId: string | null;
}

export interface OfferingFormProps {
  readonly form: UseFormReturnType<OfferingValues>;
  readonly isNew: boolean;
  readonly currency: { readonly price: string | null; readonly cost: string | null };
  /** What customers pay by a price list, whatever is typed; null where they pay the offering's own price. */
  readonly listed: OfferingDetailsFragment["price"] | null;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  /** Somebody else has saved meanwhile: what to do with one's own changes. */
  readonly stale: { readonly keepMine: () => void; readonly takeTheirs: () => void } | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

interface Reads {
  readonly withCost: boolean;
  readonly withPlaybook: boolean;
}

const fields = Object.keys(emptyValues);

function useOfferingForm(initialValues: OfferingValues) {
  const { t } = useTranslation("catalog");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useForm<OfferingValues>({
    initialValues,
    validate: (values) =>
      Object.fromEntries(
        (["price", "cost"] as const).flatMap((group) =>
          amountKinds
            .filter((kind) => !isAmount(values[group][kind]))
            .map((kind) => [`${group}.${kind}`, t("badAmount")]),
        ),
      ),
  });

  /** Sends; true when all is saved. Refusals go onto their fields and the first of them gets the focus. */
  async function send(work: () => Promise<readonly UserErrorLike[]>): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    try {
      const errors = await work();
      if (errors.length === 0) return true;
      const { byField, general } = fieldErrors(errors, fields);
      form.setErrors(onInputs(byField));
      if (general.length > 0) setProblem({ message: general.join(" "), requestId: null });
      const [first] = Object.keys(onInputs(byField));
      if (first !== undefined) form.getInputNode(first)?.focus();
    } catch (error) {
      const { message, requestId } = failureOf(error);
      setProblem({ message, requestId });
    } finally {
      setBusy(false);
    }
    return false;
  }

  return { form, problem, isBusy, send };
}

/** A fact is a line of one field, and a choice a line of another: their errors stand at the field. */
function onInputs(byField: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(byField).map(([key, message]) => [
      key
        .replace(/^package$/, "package.key")
        .replace(/^facts\..*$/, "facts")
        .replace(/^(customFields\.\d+\.choices)\..*$/, "$1"),
      message,
    ]),
  );
}

interface EditOfferingProps {
  readonly offering: OfferingDetailsFragment;
  readonly reads: Reads;
  readonly onClose: () => void;
  readonly children: (form: OfferingFormProps) => ReactNode;
}

export function EditOffering({ offering, reads, onClose, children }: EditOfferingProps) {
  const client = useApolloClient();
  // What the form began with: that the page reads it anew must not move the ground under what is typed.
  const [base, setBase] = useState(offering);
  const [newer, setNewer] = useState<OfferingDetailsFragment | null>(null);
  const { form, problem, isBusy, send } = useOfferingForm(valuesOf(offering));
  const [update] = useMutation(UpdateOfferingDocument);

  async function save(version: number): Promise<void> {
    const input = updateInput({ id: base.id, version }, valuesOf(base), form.values);
    const isSaved = await send(async () => {
      const { data } = await update({ variables: { input, ...reads } });
      const errors = data?.updateOffering.userErrors ?? [];
      const isStale = errors.some(({ code }) => code === "STALE");
      if (isStale) setNewer(await readAgain());
      return errors;
    });
    if (isSaved) onClose();
  }

  async function readAgain(): Promise<OfferingDetailsFragment | null> {
    const variables = { slug: base.slug, ...reads };
    const { data } = await client.query({ query: OfferingPageDocument, variables, fetchPolicy: "network-only" });
    return data?.offering ?? null;
  }

  const stale = newer !== null && {
    keepMine: () => {
      setNewer(null);
      void save(newer.version);
    },
    takeTheirs: () => {
      setNewer(null);
      setBase(newer);
      form.setValues(valuesOf(newer));
    },
  };
  return children({
    form,
    isNew: false,
    isBusy,
    problem,
    currency: currenciesOf(base),
    listed: listedOf(base),
    stale: stale === false ? null : stale,
    onSubmit: () => void save(base.version),
    onClose,
  });
}

/** Each side has its own: what a seller pays may be in the currency of the tier above. */
function currenciesOf(offering: OfferingDetailsFragment): OfferingFormProps["currency"] {
  const [price, cost] = [ownPriceOf(offering), offering.cost];
  const of = (amounts: OfferingDetailsFragment["price"] | null | undefined): string | null =>
    (amounts?.recurring ?? amounts?.oneOff ?? amounts?.setup)?.currency ?? null;
  return { price: of(price), cost: of(cost) };
}

function listedOf(offering: OfferingDetailsFragment): OfferingFormProps["listed"] {
  const own = ownPriceOf(offering);
  const isListed = amountKinds.some((kind) => offering.price[kind]?.amount !== own[kind]?.amount);
  return isListed ? offering.price : null;
}

interface CreateOfferingProps {
  readonly reads: Reads;
  readonly onCreated: (slug: string) => void;
  readonly onClose: () => void;
  readonly children: (form: OfferingFormProps) => ReactNode;
}

export function CreateOffering({ reads, onCreated, onClose, children }: CreateOfferingProps) {
  const { form, problem, isBusy, send } = useOfferingForm(emptyValues);
  const client = useApolloClient();
  const [create] = useMutation(CreateOfferingDocument);

  async function save(): Promise<void> {
    const input = createInput(form.values);
    const intent = `offering.create:${JSON.stringify(input)}`;
    const isSaved = await send(async () => {
      const { data } = await create({
        variables: { input: { ...input, idempotencyKey: idempotencyKey(intent) }, ...reads },
      });
      const errors = data?.createOffering.userErrors ?? [];
      if (errors.length > 0) forgetIdempotencyKey(intent);
      return errors;
    });
    if (!isSaved) return;
    forgetIdempotencyKey(intent);
    client.cache.evict({ fieldName: "offerings" }); // lists that were read know nothing of it
    form.resetDirty(); // all of it is kept: leaving loses nothing
    onCreated(input.slug);
  }

  return children({
    form,
    isNew: true,
    isBusy,
    problem,
    currency: { price: null, cost: null },
    listed: null,
    stale: null,
    onSubmit: () => void save(),
    onClose,
  });
}
