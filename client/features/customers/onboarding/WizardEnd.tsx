import { Button, Group } from "@mantine/core";
import { firstIncomplete, isBegun, stepsOf, type OnboardingStep } from "@tierline/shared/onboarding.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { path } from "../../../navigation/path.ts";
import { useGo, useReseller } from "../../../navigation/use-place.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { ReasonedButton } from "../../../ui/ReasonedButton.tsx";
import classes from "../CustomerForm.module.css";
import type { OnboardingForm } from "./use-onboarding.ts";

interface WizardEndProps {
  readonly onboarding: OnboardingForm;
  readonly step: OnboardingStep;
  readonly onNext: (skipsCheck: boolean) => void;
}

/** The buttons below a step: give up, leave for later, go on. */
export function WizardEnd({ onboarding, step, onNext }: WizardEndProps) {
  const { t } = useTranslation("onboarding");
  const reseller = useReseller();
  const go = useGo();
  const { row, platform, isBusy } = onboarding;
  const takenSteps = row?.takenSteps ?? [];
  const isLast = stepsOf(platform).at(-1) === step;
  const saveAndReturn = async (): Promise<void> => {
    if ((await onboarding.save()) !== null) go(path.onboardings(reseller));
  };
  return (
    <div className={classes.end}>
      <Cancel onboarding={onboarding} step={step} />
      <Button variant="default" disabled={isBusy} onClick={() => void saveAndReturn()}>
        {t("saveAndReturn")}
      </Button>
      {!takenSteps.includes(step) && (
        <>
          {isLast && <Anyway step={step} isBusy={isBusy} onSure={() => onNext(true)} />}
          <ReasonedButton
            type="submit"
            loading={isBusy}
            disabledReason={firstIncomplete(platform, takenSteps) === step ? null : t("notYet")}
          >
            {t(isLast ? "finish" : "next")}
          </ReasonedButton>
        </>
      )}
    </div>
  );
}

interface AnywayProps {
  readonly step: OnboardingStep;
  readonly isBusy: boolean;
  readonly onSure: () => void;
}

/** The last step without what it checks: after asking, and told in the trail. */
function Anyway({ step, isBusy, onSure }: AnywayProps) {
  const { t } = useTranslation("onboarding");
  const [isAsking, setAsking] = useState(false);
  const kind = step === "SYNC" ? "SYNC" : "CONNECT";
  return (
    <>
      <Button variant="default" disabled={isBusy} onClick={() => setAsking(true)}>
        {t(`anyway.${kind}.deed`)}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t(`anyway.${kind}.title`)}
        closeLabel={t("close")}
      >
        {t(`anyway.${kind}.text`)}
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            {t("stay")}
          </Button>
          <Button
            onClick={() => {
              setAsking(false);
              onSure();
            }}
          >
            {t(`anyway.${kind}.deed`)}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}

/** M12: what was typed for this step is given up, after asking; without a customer all of it. */
function Cancel({ onboarding, step }: Pick<WizardEndProps, "onboarding" | "step">) {
  const { t } = useTranslation("onboarding");
  const reseller = useReseller();
  const go = useGo();
  const [isAsking, setAsking] = useState(false);
  const { row, form, isDirty } = onboarding;
  const discard = async (): Promise<void> => {
    if (await onboarding.discard()) go(path.onboardings(reseller));
  };
  const { pbxPassword, gatewayPassword } = form.values;
  const hasEntries =
    row?.customer == null
      ? isBegun({ customer: form.values.customer }, "CUSTOMER")
      : isDirty || isBegun(form.values, step) || `${pbxPassword}${gatewayPassword}` !== "";
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
