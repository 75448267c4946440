import { useMutation } from "@apollo/client/react";
import { Button, Select, SimpleGrid, TextInput } from "@mantine/core";
import { missingNeeds } from "@tierline/shared/package.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { useCan } from "../../api/viewer.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { orNull } from "./customer-form.ts";
import classes from "./ManageSubscriber.module.css";
import { packageNames, type HeldPackage } from "./held-package.ts";
import {
  AssignAddonDocument,
  ChangePackageDocument,
  DeleteSubscriberDocument,
  RemoveAddonDocument,
  type PackageOfferingFieldsFragment,
  type SubscriberFieldsFragment,
} from "./subscribers.generated.ts";

interface ManageSubscriberProps {
  readonly of: SubscriberFieldsFragment;
  readonly held: readonly HeldPackage[];
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Another package, what is beside it, and the end of both. While a run is at work all of it waits. */
export function ManageSubscriber({ of, held, onClose, onChanged }: ManageSubscriberProps) {
  const { t } = useTranslation("subscribers");
  const can = useCan("subscriber.edit");
  const current = held.find(({ offering }) => offering.id === of.package.id)?.offering.package ?? null;
  const [key, setKey] = useState(current?.key ?? "");
  const [phone, setPhone] = useState(of.phone ?? "");
  const [extension, setExtension] = useState(of.extension ?? "");
  const { send, isBusy, problem } = useSend();
  const deeds = useDeeds(of.id, send, onChanged);
  const isSettled = of.state === "PROVISIONED";
  const waits = isSettled ? null : t("waits", { state: t(`states.${of.state}`) });
  const isSame = key === current?.key;
  const submit = async (): Promise<void> => {
    if (await deeds.change(key, orNull(phone), orNull(extension))) onClose();
  };
  return (
    <FormDialog
      title={of.email}
      onClose={onClose}
      deed={t("changePackage")}
      disabledReason={can.reason ?? waits ?? (isSame ? t("samePackage") : null)}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("close"), notDone: t("notDone"), request: t("request") }}
    >
      <Select
        label={t("package")}
        allowDeselect={false}
        comboboxProps={{ keepMounted: false }}
        data={choicesOf(of.role, current, held, (package_, used, limit) =>
          t("seatsLabel", { package: package_, used, limit: limit ?? "∞" }),
        )}
        value={key}
        onChange={(value) => setKey(value ?? "")}
        description={of.role === "FULL_ADMIN" ? t("adminKeeps") : null}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t("phone")}
          type="tel"
          autoComplete="off"
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        <TextInput
          label={t("extension")}
          inputMode="numeric"
          autoComplete="off"
          value={extension}
          onChange={(event) => setExtension(event.currentTarget.value)}
        />
      </SimpleGrid>
      <Addons of={of} current={current} held={held} waits={can.reason ?? waits} isBusy={isBusy} deeds={deeds} />
      <EndOf
        of={of}
        waits={waits}
        isBusy={isBusy}
        onEnd={() => void deeds.end().then((isDone) => isDone && onClose())}
      />
    </FormDialog>
  );
}

/** Whoever administers is offered nothing lower; what has no seat left cannot be chosen. */
function choicesOf(
  role: SubscriberFieldsFragment["role"],
  current: PackageOfferingFieldsFragment["package"],
  held: readonly HeldPackage[],
  label: (name: string, used: number, limit: number | null) => string,
) {
  const rank = current?.rank ?? 0;
  return held.flatMap(({ offering, used, limit, state }) => {
    const terms = offering.package;
    if (terms === null || offering.kind !== "PLAN" || !terms.isForSubscribers || state === "DELETING") return [];
    const isCurrent = terms.key === current?.key;
    const isLower = role === "FULL_ADMIN" && terms.rank < rank;
    const isFull = !isCurrent && limit !== null && used >= limit;
    return [{ value: terms.key, label: label(offering.name, used, limit), disabled: isLower || isFull }];
  });
}

type Deeds = ReturnType<typeof useDeeds>;

interface AddonsProps extends Pick<ManageSubscriberProps, "of" | "held"> {
  readonly current: PackageOfferingFieldsFragment["package"];
  readonly waits: string | null;
  readonly isBusy: boolean;
  readonly deeds: Deeds;
}

function Addons({ of, current, held, waits, isBusy, deeds }: AddonsProps) {
  const { t } = useTranslation("subscribers");
  const addons = held.filter(
    ({ offering, state }) =>
      offering.kind === "ADDON" && offering.package?.isForSubscribers === true && state !== "DELETING",
  );
  if (addons.length === 0) return null;
  const offerings = held.map(({ offering }) => offering);
  return (
    <section aria-label={t("addons")} className={classes.section}>
      <h3 className={classes.title}>{t("addons")}</h3>
      {addons.map(({ offering, used, limit }) => {
        const addonKey = offering.package?.key ?? "";
        const has = of.addons.some((each) => each.offering.id === offering.id);
        const isFull = !has && limit !== null && used >= limit;
        const needs = missingNeeds({ needsOneOf: offering.package?.needsOneOf ?? [] }, new Set([current?.key ?? ""]));
        const reason =
          waits ??
          (isFull ? t("noSeat") : null) ??
          (!has && needs !== null ? t("needs", { names: packageNames(needs, offerings) }) : null);
        return (
          <div key={offering.id} className={classes.line}>
            <span>{t("seatsLabel", { package: offering.name, used, limit: limit ?? "∞" })}</span>
            <ReasonedButton
              variant="default"
              size="compact-sm"
              loading={isBusy}
              disabledReason={reason}
              aria-label={t(has ? "takeNamed" : "giveNamed", { addon: offering.name })}
              onClick={() => void (has ? deeds.take(addonKey) : deeds.give(addonKey))}
            >
              {t(has ? "take" : "giveAddon")}
            </ReasonedButton>
          </div>
        );
      })}
    </section>
  );
}

interface EndOfProps {
  readonly of: SubscriberFieldsFragment;
  readonly waits: string | null;
  readonly isBusy: boolean;
  readonly onEnd: () => void;
}

/** Asked for twice, since nothing of it comes back. */
function EndOf({ of: { email }, waits, isBusy, onEnd }: EndOfProps) {
  const { t } = useTranslation("subscribers");
  const can = useCan("subscriber.delete");
  const [isAsked, setAsked] = useState(false);
  return (
    <section aria-label={t("delete")} className={classes.section}>
      {isAsked ? (
        <>
          <p>{t("deleteText", { email })}</p>
          <div className={classes.line}>
            <Button variant="default" size="xs" onClick={() => setAsked(false)}>
              {t("keep")}
            </Button>
            <Button color="red" size="xs" loading={isBusy} onClick={onEnd}>
              {t("deleteNow")}
            </Button>
          </div>
        </>
      ) : (
        <ReasonedButton
          variant="subtle"
          color="red"
          size="xs"
          disabledReason={can.reason ?? waits}
          onClick={() => setAsked(true)}
        >
          {t("delete")}
        </ReasonedButton>
      )}
    </section>
  );
}

type Send = ReturnType<typeof useSend>["send"];

function useDeeds(subscriberId: string, send: Send, onChanged: () => void) {
  const [change] = useMutation(ChangePackageDocument);
  const [assign] = useMutation(AssignAddonDocument);
  const [remove] = useMutation(RemoveAddonDocument);
  const [end] = useMutation(DeleteSubscriberDocument);
  const keyed = <T extends object>(verb: string, asked: T) => {
    const intent = `subscriber.${verb}:${JSON.stringify({ subscriberId, ...asked })}`;
    return { intent, input: { ...asked, subscriberId, idempotencyKey: idempotencyKey(intent) } };
  };
  const done = (isDone: boolean, intent: string): boolean => {
    if (!isDone) return false;
    forgetIdempotencyKey(intent);
    onChanged();
    return true;
  };
  return {
    async change(key: string, phone: string | null, extension: string | null): Promise<boolean> {
      const { intent, input } = keyed("change", { package: key, phone, extension });
      const perform = async () => (await change({ variables: { input } })).data?.changePackage.userErrors;
      return done(await send(perform), intent);
    },
    async give(addon: string): Promise<boolean> {
      const { intent, input } = keyed("give", { addon });
      return done(
        await send(async () => (await assign({ variables: { input } })).data?.assignAddon.userErrors),
        intent,
      );
    },
    async take(addon: string): Promise<boolean> {
      const { intent, input } = keyed("take", { addon });
      return done(
        await send(async () => (await remove({ variables: { input } })).data?.removeAddon.userErrors),
        intent,
      );
    },
    async end(): Promise<boolean> {
      const { intent, input } = keyed("delete", {});
      const perform = async () => (await end({ variables: { input } })).data?.deleteSubscriber.userErrors;
      return done(await send(perform), intent);
    },
  };
}
