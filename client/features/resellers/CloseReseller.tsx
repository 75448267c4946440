import { useQuery } from "@apollo/client/react";
import { Button, Textarea } from "@mantine/core";
import { closeWord } from "@tierline/shared/reseller-state.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../navigation/AppLink.tsx";
import { NotFound } from "../../navigation/NotFound.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { ConfirmForm } from "../../ui/ConfirmByName.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { CloseResellerDocument } from "./reseller-changes.generated.ts";
import { ResellerDependentsDocument, type ResellerDependentsQuery } from "./reseller.generated.ts";
import { ResellerDialog, type ResellerDialogProps } from "./ResellerDialog.tsx";
import type { ResellerView } from "./reseller-view.ts";
import classes from "./Resellers.module.css";
import { useDeed } from "./use-deed.ts";

type Dependents = NonNullable<ResellerDependentsQuery["reseller"]>["dependents"];

/** Ends a reseller for good (X9): what would end with it, counted; while services live it is blocked, with the way to them. */
export function CloseReseller({ reseller, isOpen, onClose }: ResellerDialogProps) {
  const { t } = useTranslation("resellers");
  const result = useQuery(ResellerDependentsDocument, {
    variables: { id: reseller.id },
    skip: !isOpen,
    fetchPolicy: "network-only",
  });
  return (
    <ResellerDialog isOpen={isOpen} onClose={onClose} title={t("close.title", { name: reseller.name })}>
      <QueryState result={result} rows={3}>
        {({ reseller: found }) =>
          found === null ? (
            <NotFound />
          ) : found.dependents.services > 0 ? (
            <Blocked reseller={reseller} dependents={found.dependents} onClose={onClose} />
          ) : (
            <Confirm reseller={reseller} dependents={found.dependents} onClose={onClose} />
          )
        }
      </QueryState>
    </ResellerDialog>
  );
}

interface PartProps {
  readonly reseller: ResellerView;
  readonly dependents: Dependents;
  readonly onClose: () => void;
}

function Blocked({ reseller, dependents, onClose }: PartProps) {
  const { t } = useTranslation("resellers");
  const address = useReseller();
  return (
    <div className={classes.form}>
      <ErrorNotice
        tone="warn"
        title={t("close.blocked", { count: dependents.services })}
        what={t("close.blockedWhat", { name: reseller.name })}
      />
      <Counts dependents={dependents} />
      <div className={classes.end}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button component={AppLink} href={path.customers(address, { tier: reseller.id })}>
          {t("facts.seeCustomers", { name: reseller.name })}
        </Button>
      </div>
    </div>
  );
}

function Counts({ dependents }: { dependents: Dependents }) {
  return (
    <ul className={classes.consequences}>
      {useCounts(dependents).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function useCounts({ resellers, people, customers, services }: Dependents): string[] {
  const { t } = useTranslation("resellers");
  return [
    t("close.resellers", { count: resellers }),
    t("close.people", { count: people }),
    t("close.customers", { count: customers }),
    t("close.services", { count: services }),
  ];
}

function Confirm({ reseller, dependents, onClose }: PartProps) {
  const { t } = useTranslation("resellers");
  const [note, setNote] = useState("");
  const { send, isBusy, problem } = useDeed(CloseResellerDocument);
  const close = async (): Promise<void> => {
    if (await send({ input: { id: reseller.id, confirmation: closeWord, note: note.trim() || null } })) onClose();
  };
  return (
    <ConfirmForm
      onClose={onClose}
      name={closeWord}
      isAnyCase
      consequences={[...useCounts(dependents), t("close.final")]}
      onConfirm={() => void close()}
      isBusy={isBusy}
      labels={{
        typeName: (word) => t("close.typeWord", { word }),
        confirm: t("close.confirm"),
        cancel: t("cancel"),
        notYet: t("close.notYet", { word: closeWord }),
      }}
    >
      <Textarea
        label={t("field.note")}
        description={t("field.noteHint")}
        autosize
        minRows={2}
        mb="md"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {problem !== null && <ErrorNotice title={t("notDone")} what={problem} />}
    </ConfirmForm>
  );
}
