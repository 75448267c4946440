import { Button, Group, Select, TextInput } from "@mantine/core";
import {
  firstIncomplete,
  isBegun,
  onboardingSteps,
  parseDraft,
  platforms,
  stepsOf,
  stepStates,
  type OnboardingStep,
} from "@tierline/shared/onboarding.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../../i18n/use-locale.ts";
import { AppLink } from "../../../navigation/AppLink.tsx";
import { path } from "../../../navigation/path.ts";
import { useGo, useParam, useReseller } from "../../../navigation/use-place.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { ReasonedButton } from "../../../ui/ReasonedButton.tsx";
import { StateDot } from "../../../ui/StateDot.tsx";
import { TimeText } from "../../../ui/TimeText.tsx";
import classes from "../CustomerForm.module.css";
import { AddressFields } from "../form-fields.tsx";
import { Conflict } from "./Conflict.tsx";
import { CustomerStep } from "./CustomerStep.tsx";
import { useOnboarding, type Onboarding, type OnboardingForm } from "./use-onboarding.ts";
import styles from "./Wizard.module.css";

const tones = { NOT_STARTED: "neutral", IN_PROGRESS: "running", NEEDS_ATTENTION: "warn", DONE: "ok" } as const;

interface WizardProps {
  readonly initial: Onboarding | null;
  readonly onMade: (id: string) => void;
}

export function Wizard({ initial, onMade }: WizardProps) {
  const { t } = useTranslation("onboarding");
  const reseller = useReseller();
  const go = useGo();
  const asked = useParam("step").toUpperCase();
  const onboarding = useOnboarding(initial, onboardingSteps.find((each) => each === asked) ?? "CUSTOMER", onMade);
  const { row, platform, form, problem, isBusy } = onboarding;
  const step: OnboardingStep = stepsOf(platform).find((each) => each === asked) ?? "CUSTOMER";
  const takenSteps = row?.takenSteps ?? [];
  const isTaken = takenSteps.includes(step);
  const canTake = (step === "CUSTOMER" || step === "GATEWAY") && !isTaken;
  const list = path.onboardings(reseller);
  const next = async (): Promise<void> => {
    const taken = await onboarding.take();
    if (taken === null) return;
    // M3: the site is where the customer's post goes, until somebody says otherwise.
    if (step === "CUSTOMER" && !isBegun(form.values, "GATEWAY")) {
      form.setFieldValue("gateway.siteAddress", { ...form.values.customer.billingAddress });
    }
    go(path.onboarding(reseller, taken.id, taken.step.toLowerCase()));
  };
  const saveAndReturn = async (): Promise<void> => {
    if ((await onboarding.save()) !== null) go(list);
  };
  return (
    <>
      <PageHeader
        title={form.values.customer.name === "" ? t("new") : form.values.customer.name}
        description={t(`help.${step}`)}
        crumb={<AppLink href={list}>{t("title")}</AppLink>}
      />
      <Steps onboarding={onboarding} step={step} />
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (canTake) void next();
        }}
      >
        {onboarding.theirs !== null && <Conflict onboarding={onboarding} theirs={onboarding.theirs} />}
        {isTaken ? <Taken row={row} /> : <Entries onboarding={onboarding} step={step} />}
        {problem !== null && (
          <ErrorNotice
            title={t("failed")}
            what={problem.message}
            requestId={problem.requestId}
            requestIdLabel={t("request")}
          />
        )}
        <Saved onboarding={onboarding} />
        <div className={classes.end}>
          <Cancel onboarding={onboarding} step={step} />
          <Button variant="default" disabled={isBusy} onClick={() => void saveAndReturn()}>
            {t("saveAndReturn")}
          </Button>
          {canTake && (
            <ReasonedButton
              type="submit"
              loading={isBusy}
              disabledReason={firstIncomplete(platform, takenSteps) === step ? null : t("notYet")}
            >
              {t("next")}
            </ReasonedButton>
          )}
        </div>
      </form>
    </>
  );
}

interface PartProps {
  readonly onboarding: OnboardingForm;
  readonly step: OnboardingStep;
}

/** Free to jump; each says how far it is, and what it is for (M15). */
function Steps({ onboarding: { row, platform, form }, step }: PartProps) {
  const { t } = useTranslation("onboarding");
  const reseller = useReseller();
  const draft = row === null ? { customer: form.values.customer } : (parseDraft(row.draft) ?? {});
  const states = stepStates(draft, { platform, step, taken: row?.takenSteps ?? [] });
  return (
    <nav aria-label={t("steps")}>
      <ol className={styles.steps}>
        {states.map(({ step: each, state }) => (
          <li key={each}>
            <AppLink
              href={path.onboarding(reseller, row?.id ?? "new", each.toLowerCase())}
              {...(each === step && { "aria-current": "step" as const })}
            >
              {t(`step.${each}`)}
            </AppLink>
            <StateDot tone={tones[state]}>{t(`state.${state}`)}</StateDot>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Entries({ onboarding, step }: PartProps) {
  const { t } = useTranslation(["onboarding", "customers"]);
  const { form, platform, setPlatform } = onboarding;
  if (step === "CUSTOMER") {
    return (
      <>
        <Panel title={t("platform")}>
          <Select
            label={t("platform")}
            allowDeselect={false}
            data={platforms.map(({ key, name }) => ({ value: key, label: name }))}
            value={platform}
            onChange={(key) => setPlatform(platforms.find((each) => each.key === key)?.key ?? platform)}
          />
        </Panel>
        <CustomerStep form={form} />
      </>
    );
  }
  if (step === "GATEWAY") {
    return (
      <Panel title={t("step.GATEWAY")}>
        <div className={classes.part}>
          <TextInput label={t("gatewayName")} required autoComplete="off" {...form.getInputProps("gateway.name")} />
          <TextInput
            label={t("customers:field.siteName")}
            required
            autoComplete="off"
            {...form.getInputProps("gateway.siteName")}
          />
          <AddressFields field={form.getInputProps} prefix="gateway.siteAddress." isCountryRequired />
        </div>
      </Panel>
    );
  }
  return (
    <EmptyState kind="first" title={t("later")}>
      {t("laterText")}
    </EmptyState>
  );
}

/** What a step has done is changed where it is from now on. */
function Taken({ row }: { readonly row: Onboarding | null }) {
  const { t } = useTranslation("onboarding");
  const reseller = useReseller();
  if (row?.customer == null) return null;
  return (
    <Panel title={t("state.DONE")}>
      <p className={classes.dim}>{t("takenText")}</p>
      <AppLink href={path.customer(reseller, row.customer.id)}>{row.customer.label}</AppLink>
    </Panel>
  );
}

function Saved({ onboarding: { row, isDirty, isBusy } }: Pick<PartProps, "onboarding">) {
  const { t } = useTranslation("onboarding");
  const locale = useLocale();
  const isSaved = row !== null && !isDirty && !isBusy;
  return (
    <p role="status" className={classes.dim}>
      {isSaved && (
        <>
          {t("saved")} <TimeText value={row.savedAt} locale={locale} />
        </>
      )}
    </p>
  );
}

/** M12: what was typed for this step is given up, after asking; without a customer all of it. */
function Cancel({ onboarding, step }: PartProps) {
  const { t } = useTranslation("onboarding");
  const reseller = useReseller();
  const go = useGo();
  const [isAsking, setAsking] = useState(false);
  const { row, form, isDirty } = onboarding;
  const discard = async (): Promise<void> => {
    if (await onboarding.discard()) go(path.onboardings(reseller));
  };
  const hasEntries =
    row?.customer == null
      ? isBegun({ customer: form.values.customer }, "CUSTOMER")
      : isDirty || isBegun(form.values, step);
  return (
    <>
      <Button variant="default" onClick={() => (hasEntries ? setAsking(true) : void discard())}>
        {t("cancel")}
      </Button>
      <Dialog isOpen={isAsking} onClose={() => setAsking(false)} title={t("cancelTitle")} closeLabel={t("close")}>
        {t(row?.customer == null ? "cancelDraft" : "cancelStep")}
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            {t("stay")}
          </Button>
          <Button color="red" onClick={() => void discard()}>
            {t("discard")}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
