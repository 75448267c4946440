import { useMutation, useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import type { MethodStanding } from "@tierline/shared/payment.ts";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { forgetIdempotencyKey, idempotencyKey } from "../api/idempotency-key.ts";
import {
  CustomerMethodsDocument,
  KeepPaymentMethodDocument,
  RemovePaymentMethodDocument,
  SetDefaultPaymentMethodDocument,
  StartPaymentMethodDocument,
  type MethodRowFragment,
} from "../api/payment-methods.generated.ts";
import { useSend } from "../api/use-send.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { ErrorNotice } from "../ui/ErrorNotice.tsx";
import { formatDate } from "../ui/format.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { Panel } from "../ui/Panel.tsx";
import { StateDot } from "../ui/StateDot.tsx";
import type { Tone } from "../ui/state-tone.ts";
import { pageLoad } from "./page-load.ts";
import { AutoRecharge } from "./AutoRecharge.tsx";
import classes from "./PaymentRows.module.css";
import { text } from "./url-parts.ts";
import { useUrlState } from "./use-place.ts";

const tones: Readonly<Record<MethodStanding, Tone>> = {
  READY: "ok",
  DECLINED: "bad",
  FAILED: "bad",
  EXPIRED: "bad",
  NOTED: "off",
};
/** What the provider's page leads back with. */
const backState = z.object({ card: text });

interface PaymentMethodsProps {
  readonly customerId: string;
  readonly mayChange: boolean;
}

/** What a customer can be charged with: one is the default, others can be chosen, added on the provider's page, and removed. */
export function PaymentMethods({ customerId, mayChange }: PaymentMethodsProps) {
  const { t } = useTranslation("payments");
  const { data } = useQuery(CustomerMethodsDocument, {
    variables: { id: customerId },
    fetchPolicy: "cache-and-network",
  });
  const [removed, setRemoved] = useState<MethodRowFragment | null>(null);
  const { send, isBusy, problem } = useSend();
  useKeptCard(customerId, mayChange, send);
  const [start] = useMutation(StartPaymentMethodDocument);
  const [choose] = useMutation(SetDefaultPaymentMethodDocument);
  const customer = data?.customer ?? null;
  if (customer === null) return null;
  const { paymentMethods: methods, billingAccount } = customer;
  const mayAdd = mayChange && billingAccount?.keepsCards === true;
  if (methods.length === 0 && !mayAdd) return null;
  const add = (): Promise<unknown> =>
    send(async () => {
      const input = { customerId, idempotencyKey: crypto.randomUUID() }; // each touch is another page
      const payload = (await start({ variables: { input } })).data?.startPaymentMethod;
      if (payload?.approvalUrl != null) pageLoad.to(payload.approvalUrl);
      return payload?.userErrors;
    });
  const makeDefault = async (id: string): Promise<void> => {
    const intent = `method:${id}`;
    const isDone = await send(async () => {
      const input = { id, idempotencyKey: idempotencyKey(intent) };
      return (await choose({ variables: { input } })).data?.setDefaultPaymentMethod.userErrors;
    });
    if (isDone) forgetIdempotencyKey(intent);
  };
  const deedsOf = (method: MethodRowFragment) => (
    <>
      {(!method.isDefault || method.standing === "FAILED") && (
        <Button variant="subtle" size="compact-xs" disabled={isBusy} onClick={() => void makeDefault(method.id)}>
          {t(method.isDefault ? "cards.again" : "cards.choose")}
        </Button>
      )}
      <Button variant="subtle" size="compact-xs" disabled={isBusy} onClick={() => setRemoved(method)}>
        {t("cards.remove")}
      </Button>
    </>
  );
  return (
    <>
      <Panel
        title={t("cards.title")}
        padded={methods.length === 0}
        {...(mayAdd && {
          aside: (
            <Button variant="default" size="xs" loading={isBusy} onClick={() => void add()}>
              {t("cards.add")}
            </Button>
          ),
        })}
      >
        {methods.length === 0 && <span className={classes.dim}>{t("cards.none")}</span>}
        {methods.length > 0 && (
          <ul className={classes.rows} aria-label={t("cards.title")}>
            {methods.map((method) => (
              <Method key={method.id} method={method} deeds={mayChange ? deedsOf(method) : null} />
            ))}
          </ul>
        )}
        {problem !== null && (
          <ErrorNotice
            title={t("notDone")}
            what={problem.message}
            requestId={problem.requestId}
            requestIdLabel={t("request")}
          />
        )}
        {removed !== null && <Remove method={removed} methods={methods} onClose={() => setRemoved(null)} />}
      </Panel>
      {billingAccount !== null && <AutoRecharge account={billingAccount} mayChange={mayChange} />}
    </>
  );
}

/** Who is back from the provider's page has the card kept, once; the address is as it was afterwards. */
function useKeptCard(customerId: string, mayChange: boolean, send: ReturnType<typeof useSend>["send"]): void {
  const [{ card }, setBack] = useUrlState(backState);
  const [keep] = useMutation(KeepPaymentMethodDocument);
  const keepCard = useEffectEvent((session: string) => {
    if (!mayChange) return;
    setBack({ card: "" });
    void send(async () => {
      const input = { customerId, session };
      return (await keep({ variables: { input } })).data?.keepPaymentMethod.userErrors;
    });
  });
  useEffect(() => {
    if (card !== "") keepCard(card);
  }, [card]);
}

function Method({ method, deeds }: { readonly method: MethodRowFragment; readonly deeds: React.ReactNode }) {
  const { t } = useTranslation("payments");
  const locale = useLocale();
  const { kind, brand, lastFour, expiresOn, isDefault, standing } = method;
  const more = [
    isDefault ? t("cards.default") : "",
    expiresOn === null ? "" : t("cards.until", { date: formatDate(expiresOn, locale) }),
  ].filter(Boolean);
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span>{t(`cards.${kind}`, { brand, digits: lastFour })}</span>
        {more.length > 0 && <span className={classes.dim}>{more.join(" · ")}</span>}
      </div>
      <StateDot tone={tones[standing]}>{t(`cards.standing.${standing}`)}</StateDot>
      {deeds}
    </li>
  );
}

interface RemoveProps {
  readonly method: MethodRowFragment;
  readonly methods: readonly MethodRowFragment[];
  readonly onClose: () => void;
}

/** What it is used for is told before it is gone, and what is charged then. */
function Remove({ method, methods, onClose }: RemoveProps) {
  const { t } = useTranslation("payments");
  const { send, isBusy, problem } = useSend();
  const [remove] = useMutation(RemovePaymentMethodDocument);
  const { id, brand, lastFour: digits, isDefault, renewals } = method;
  const next = methods.filter((each) => each.id !== id).toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
  const submit = async (): Promise<void> => {
    const intent = `method.remove:${id}`;
    const isDone = await send(async () => {
      const input = { id, idempotencyKey: idempotencyKey(intent) };
      return (await remove({ variables: { input } })).data?.removePaymentMethod.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    onClose();
  };
  return (
    <FormDialog
      title={t("cards.removeOf", { brand, digits })}
      onClose={onClose}
      deed={t("cards.remove")}
      isDangerous
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p>{renewals === 0 ? t("cards.unused") : t("cards.renewals", { count: renewals })}</p>
      {isDefault && (
        <p>
          {next === undefined
            ? t("cards.nothingLeft")
            : t("cards.nextIs", { brand: next.brand, digits: next.lastFour })}
        </p>
      )}
    </FormDialog>
  );
}
