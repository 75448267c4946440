import { useMutation } from "@apollo/client/react";
import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { useSend } from "../../api/use-send.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { ConfirmByName } from "../../ui/ConfirmByName.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { formatMoney } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { RelativeTime } from "../../ui/RelativeTime.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import {
  AddHostnameDocument,
  CheckHostnameDocument,
  RemoveHostnameDocument,
  type BrandQuery,
  type HostnameRowFragment,
} from "./brand.generated.ts";
import classes from "./Brand.module.css";

interface HostnamesProps {
  readonly hostnames: readonly HostnameRowFragment[];
  readonly fee: BrandQuery["brand"]["hostnameFee"];
  readonly onChanged: () => Promise<unknown>;
}

/** The reseller's own names, with the records that they need beside those that were found. */
export function Hostnames({ hostnames, fee, onChanged }: HostnamesProps) {
  const { t } = useTranslation("brand");
  return (
    <Panel title={t("host.title")} count={hostnames.length === 0 ? undefined : hostnames.length}>
      <div className={classes.hosts}>
        {hostnames.length === 0 && (
          <EmptyState kind="first" title={t("host.none")}>
            {t("host.noneText")}
          </EmptyState>
        )}
        {hostnames.map((hostname) => (
          <Host key={hostname.id} hostname={hostname} onChanged={onChanged} />
        ))}
        <AddHost fee={fee} onAdded={onChanged} />
      </div>
    </Panel>
  );
}

const tones = { WAITING: "waiting", SERVING: "ok", LOST: "bad" } as const;

function Host({
  hostname,
  onChanged,
}: {
  readonly hostname: HostnameRowFragment;
  readonly onChanged: () => Promise<unknown>;
}) {
  const { t } = useTranslation("brand");
  const { send, isBusy, problem } = useSend();
  const [check] = useMutation(CheckHostnameDocument);
  const [isRemoving, setRemoving] = useState(false);
  const locale = useLocale();
  const { id, host, state, records, checkedAt, failure } = hostname;
  const checkNow = () =>
    send(async () => (await check({ variables: { input: { id } } })).data?.checkHostname.userErrors);
  return (
    <section className={classes.host} aria-label={host}>
      <div className={classes.hostHead}>
        <strong>{host}</strong>
        <StateDot tone={tones[state]}>{t(`host.state.${state}`)}</StateDot>
        {checkedAt !== null && (
          <span className={classes.dim}>
            {t("host.checked")} <RelativeTime value={checkedAt} locale={locale} />
          </span>
        )}
        <div className={classes.hostDeeds}>
          <Button variant="default" size="xs" loading={isBusy} onClick={() => void checkNow()}>
            {t("host.check")}
          </Button>
          <Button variant="subtle" size="xs" color="red" onClick={() => setRemoving(true)}>
            {t("host.remove")}
          </Button>
        </div>
      </div>
      {failure !== null && <p className={classes.dim}>{t("host.failure", { code: failure })}</p>}
      <div className={classes.records}>
        {records.map(({ type, name, expected, found, isRight }) => (
          <div key={type} className={classes.record}>
            <strong>{type}</strong>
            <span>
              <code>{name}</code>{" "}
              <CopyButton value={name} labels={{ copy: t("host.copyName", { type }), copied: t("copied") }} />
            </span>
            <span>
              <code>{expected}</code>{" "}
              <CopyButton value={expected} labels={{ copy: t("host.copyValue", { type }), copied: t("copied") }} />
            </span>
            <StateDot tone={isRight ? "ok" : "neutral"}>
              {isRight
                ? t("host.found")
                : found.length === 0
                  ? t("host.missing")
                  : t("host.other", { found: found.join(", ") })}
            </StateDot>
          </div>
        ))}
      </div>
      {problem !== null && (
        <ErrorNotice
          title={t("notDone")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      {isRemoving && <RemoveHost hostname={hostname} onClose={() => setRemoving(false)} onRemoved={onChanged} />}
    </section>
  );
}

interface RemoveHostProps {
  readonly hostname: HostnameRowFragment;
  readonly onClose: () => void;
  readonly onRemoved: () => Promise<unknown>;
}

function RemoveHost({ hostname: { id, host }, onClose, onRemoved }: RemoveHostProps) {
  const { t } = useTranslation("brand");
  const { send, isBusy, problem } = useSend();
  const [remove] = useMutation(RemoveHostnameDocument);
  const submit = async (): Promise<void> => {
    const isDone = await send(
      async () => (await remove({ variables: { input: { id } } })).data?.removeHostname.userErrors,
    );
    if (!isDone) return;
    onClose();
    await onRemoved();
  };
  return (
    <ConfirmByName
      isOpen
      onClose={onClose}
      title={t("host.removeTitle", { host })}
      consequences={[t("host.removeText"), t("host.removeFee")]}
      name={host}
      labels={{
        typeName: (name) => t("host.typeName", { name }),
        confirm: t("host.remove"),
        cancel: t("cancel"),
        notYet: t("host.notYet"),
      }}
      isBusy={isBusy}
      onConfirm={() => void submit()}
    >
      {problem?.message}
    </ConfirmByName>
  );
}

function AddHost({ fee, onAdded }: { readonly fee: HostnamesProps["fee"]; readonly onAdded: () => Promise<unknown> }) {
  const { t } = useTranslation("brand");
  const locale = useLocale();
  const form = useForm({ initialValues: { host: "" } });
  const { save, isBusy, problem } = useSave(form, ["host"]);
  const [add] = useMutation(AddHostnameDocument);
  const submit = async (): Promise<void> => {
    const input = { host: form.values.host };
    const isDone = await save(async () => (await add({ variables: { input } })).data?.addHostname.userErrors);
    if (!isDone) return;
    form.reset();
    await onAdded();
  };
  const costs =
    fee === null ? t("host.free") : t("host.fee", { amount: formatMoney(fee.amount, fee.currency, locale) });
  return (
    <form onSubmit={form.onSubmit(() => void submit())} noValidate className={classes.add}>
      <TextInput
        label={t("host.name")}
        description={costs}
        placeholder="portal.example.com"
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps("host")}
      />
      <Button type="submit" loading={isBusy} disabled={form.values.host.trim() === ""}>
        {t("host.add")}
      </Button>
      {problem !== null && (
        <ErrorNotice
          title={t("notDone")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
    </form>
  );
}
