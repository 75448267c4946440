import { useApolloClient, useMutation } from "@apollo/client/react";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { newId } from "@tierline/shared/id.ts";
import { platformOf, stepsOf, type OnboardingStep, type PlatformKey } from "@tierline/shared/onboarding.ts";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSave, type Problem } from "../../../api/use-save.ts";
import { failureOf } from "../../../api/user-errors.ts";
import { useViewer } from "../../../api/viewer.tsx";
import { draftOf, emptyTrunk, noPasswords, valuesOf, type DraftValues, type WizardValues } from "./draft-values.ts";
import {
  DiscardOnboardingDocument,
  OnboardingDocument,
  SaveOnboardingDocument,
  TakeOnboardingStepDocument,
  type OnboardingWholeFragment,
  type TrunkFieldsFragment,
} from "./onboarding.generated.ts";

const fields = ["customer", "gateway", "pbx", "pbxPassword", "gatewayPassword"];

export type Onboarding = OnboardingWholeFragment;

const autosaveMs = 800;

export interface OnboardingForm {
  readonly row: Onboarding | null;
  readonly platform: PlatformKey;
  readonly form: UseFormReturnType<WizardValues>;
  /** What somebody else saved meanwhile; nothing is saved until one of both is chosen. */
  readonly theirs: Onboarding | null;
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  /** Gives up what was typed for a PBX where the other platform has none: whoever calls has asked (M1). */
  setPlatform(platform: PlatformKey): void;
  setTrunk(trunk: TrunkFieldsFragment): void;
  /** At once; answers what is saved, null where that failed. */
  save(): Promise<Onboarding | null>;
  /** Gives the step its effect; answers whether it has. `skipsCheck`: although its check has not gone well. */
  take(skipsCheck?: boolean): Promise<Onboarding | null>;
  discard(): Promise<boolean>;
  keepMine(): void;
  takeTheirs(): void;
}

/** What is typed is saved by itself, one save after the other, and by the version that was read. */
export function useOnboarding(
  initial: Onboarding | null,
  step: OnboardingStep,
  onMade: (id: string) => void,
): OnboardingForm {
  const { i18n } = useTranslation();
  const usual = { country: useViewer().reseller.country, language: i18n.resolvedLanguage ?? "en" };
  const [platform, setPlatform] = useState<PlatformKey>(initial?.platform ?? "OFFICE400");
  const [dropsPbx, setDropsPbx] = useState(false);
  const form = useForm<WizardValues>({
    initialValues: { ...valuesOf(initial?.draft ?? "{}", usual), ...noPasswords },
  });
  const { save: send, isBusy, problem, setProblem } = useSave(form, fields);
  const [row, setRow] = useState(initial);
  const isGatewayShown = step !== "CUSTOMER" || (row?.takenSteps.length ?? 0) > 0;
  const entriesOf = (of: PlatformKey, values: DraftValues): Entries => ({
    platform: of,
    step: stepsOf(of).includes(step) ? step : "CUSTOMER",
    draft: JSON.stringify(draftOf(values, isGatewayShown)),
    ...(dropsPbx && platformOf(of).usesSync && { dropsPbx }),
  });
  const entries = entriesOf(platform, form.values);
  const keeping = useKeeping({ row, setRow, entries, onMade, setProblem });
  const { theirs, isDirty, isSaving, save, settle } = keeping;
  const leaving = useAutosave(keeping, isBusy);
  const { take, discard } = useDeeds({ row, setRow, step, form, send, save });
  return {
    row,
    platform,
    form,
    theirs,
    isDirty,
    isBusy: isBusy || isSaving,
    problem,
    setPlatform(next) {
      if (platformOf(next).usesSync) {
        form.setFieldValue("pbx", emptyTrunk);
        setDropsPbx(true);
      }
      setPlatform(next);
    },
    setTrunk(trunk) {
      setRow((known) => (known === null ? null : { ...known, trunk }));
    },
    save,
    take,
    async discard() {
      leaving.current = null;
      const isDone = await discard();
      if (isDone) settle(entries);
      return isDone;
    },
    keepMine() {
      setDropsPbx(true);
      setRow(theirs);
      settle(null);
    },
    takeTheirs() {
      if (theirs === null) return;
      const values = valuesOf(theirs.draft, usual);
      form.setValues(values);
      setPlatform(theirs.platform);
      setRow(theirs);
      settle(entriesOf(theirs.platform, values));
    },
  };
}

interface Entries {
  readonly platform: PlatformKey;
  readonly step: OnboardingStep;
  /** JSON. */
  readonly draft: string;
  readonly dropsPbx?: boolean;
}

interface KeepingProps {
  readonly row: Onboarding | null;
  readonly setRow: (row: Onboarding | null) => void;
  readonly entries: Entries;
  readonly onMade: (id: string) => void;
  readonly setProblem: (problem: Problem | null) => void;
}

function useKeeping({ row, setRow, entries, onMade, setProblem }: KeepingProps) {
  const client = useApolloClient();
  const [saveOnboarding] = useMutation(SaveOnboardingDocument);
  const text = JSON.stringify(entries);
  const [kept, setKept] = useState(text);
  const [theirs, setTheirs] = useState<Onboarding | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  // Nothing is typed any more once it is over.
  const isDirty = text !== kept && row?.state !== "ONBOARDED";

  async function save(): Promise<Onboarding | null> {
    if (!isDirty && row !== null) return row;
    if (isSaving) return null;
    setSaving(true);
    setProblem(null);
    try {
      const input = { ...entries, id: row?.id ?? null, version: row?.version ?? null, idempotencyKey: newId() };
      const { data } = await saveOnboarding({ variables: { input } });
      const { onboarding, userErrors = [] } = data?.saveOnboarding ?? {};
      if (onboarding != null) {
        setRow(onboarding);
        setKept(text);
        if (row === null) onMade(onboarding.id);
        return onboarding;
      }
      setFailed(text);
      if (row !== null && userErrors.some(({ code }) => code === "STALE")) await readTheirs(row.id);
      else setProblem({ message: userErrors.map(({ message }) => message).join(" "), requestId: null });
    } catch (error) {
      setFailed(text);
      const { message, requestId } = failureOf(error);
      setProblem({ message, requestId });
    } finally {
      setSaving(false);
    }
    return null;
  }

  async function readTheirs(id: string): Promise<void> {
    const { data } = await client.query({ query: OnboardingDocument, variables: { id }, fetchPolicy: "network-only" });
    setTheirs(data?.onboarding ?? null);
  }

  /** There is nothing more to choose between; `as`: what is kept from now on, or as before. */
  function settle(as: Entries | null): void {
    if (as !== null) setKept(JSON.stringify(as));
    setTheirs(null);
    setFailed(null);
  }

  const isDue = isDirty && theirs === null && failed !== text;
  return { theirs, isDirty, isSaving, isDue, save, settle };
}

function useAutosave({ isDue, isSaving, save }: ReturnType<typeof useKeeping>, isBusy: boolean) {
  useEffect(() => {
    if (!isDue || isSaving || isBusy) return;
    const timer = setTimeout(() => void save(), autosaveMs);
    return () => clearTimeout(timer);
  });
  // Whoever leaves within that time has typed it all the same.
  const leaving = useRef<(() => void) | null>(null);
  useEffect(() => {
    leaving.current = isDue ? () => void save() : null;
  });
  useEffect(() => () => leaving.current?.(), []);
  return leaving;
}

interface DeedProps {
  readonly row: Onboarding | null;
  readonly setRow: (row: Onboarding | null) => void;
  readonly step: OnboardingStep;
  readonly form: UseFormReturnType<WizardValues>;
  readonly send: ReturnType<typeof useSave>["save"];
  readonly save: () => Promise<Onboarding | null>;
}

function useDeeds({ row, setRow, step, form, send, save }: DeedProps) {
  const [takeStep] = useMutation(TakeOnboardingStepDocument);
  const [discardOnboarding] = useMutation(DiscardOnboardingDocument);
  return {
    async take(skipsCheck = false): Promise<Onboarding | null> {
      const saved = await save();
      if (saved === null) return null;
      let taken: Onboarding | null = null;
      await send(async () => {
        const { pbxPassword, gatewayPassword } = form.values;
        const passwords = step === "PBX" ? { pbxPassword, gatewayPassword } : {};
        const input = { id: saved.id, version: saved.version, step, ...passwords, ...(skipsCheck && { skipsCheck }) };
        const { data } = await takeStep({ variables: { input } });
        taken = data?.takeOnboardingStep.onboarding ?? null;
        return data?.takeOnboardingStep.userErrors;
      });
      if (taken === null) return null;
      setRow(taken);
      for (const each of ["pbxPassword", "gatewayPassword"] as const) form.setFieldValue(each, "");
      return taken;
    },
    async discard(): Promise<boolean> {
      if (row === null) return true;
      return send(async () => {
        const { data } = await discardOnboarding({ variables: { input: { id: row.id } } });
        return data?.discardOnboarding.userErrors;
      });
    },
  };
}
