import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PlanBulkDocument } from "../../api/bulk.generated.ts";
import { sendBulkFile } from "../../api/send-bulk-file.ts";
import { useSend } from "../../api/use-send.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { formatNumber } from "../../ui/format.ts";
import classes from "./AddSubscribers.module.css";
import type { HeldPackage } from "./held-package.ts";
import { PeopleBeingAdded } from "./PeopleBeingAdded.tsx";
import { PersonRowFields } from "./PersonRowFields.tsx";
import {
  emptyRow,
  fileOf,
  peopleAtOnceMax,
  personColumns,
  rowsOfPaste,
  shortOf,
  type PersonRow,
} from "./people-rows.ts";

interface AddSubscribersProps {
  readonly customerId: string;
  /** The customer's packages that people can have. */
  readonly seats: readonly HeldPackage[];
  /** As typed so far; empty before anything is. Kept outside, so that closing the dialog loses nobody. */
  readonly typed: readonly PersonRow[];
  readonly onTyped: (rows: readonly PersonRow[]) => void;
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

interface Asked {
  /** Of the import that they are. */
  readonly id: string;
  readonly rows: readonly PersonRow[];
}

const rowsAtFirst = 3;

/** A row a person, typed or pasted. All of them are rehearsed first, and nobody is added while one would be refused (CX14). */
export function AddSubscribers(props: AddSubscribersProps) {
  const { customerId, seats, typed, onTyped: setRows, onAdded } = props;
  const { t } = useTranslation("subscribers");
  const locale = useLocale();
  const usual = seats[0]?.offering.package?.key ?? "";
  const [empty] = useState(() => Array.from({ length: rowsAtFirst }, () => emptyRow(usual)));
  const rows = typed.length === 0 ? empty : typed;
  const [wrong, setWrong] = useState<ReadonlyMap<number, string>>(new Map());
  /** How many of what was pasted found no room. */
  const [leftOut, setLeftOut] = useState(0);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isBegun, setBegun] = useState(false);
  const [plan] = useMutation(PlanBulkDocument);
  const { send, isBusy, problem } = useSend();
  const filled = rows.filter(({ email }) => email.trim() !== "");
  const short = shortOf(filled, seats);
  const left = rows.filter(({ id }) => wrong.has(id)).length;
  const number = (value: number): string => formatNumber(value, locale);

  const change = (next: PersonRow): void => {
    setRows(rows.map((row) => (row.id === next.id ? next : row)));
    setWrong(new Map([...wrong].filter(([id]) => id !== next.id)));
  };
  const paste = (at: PersonRow, text: string): boolean => {
    const pasted = rowsOfPaste(text, at.package, seats);
    if (pasted === null) return false;
    const others = rows.filter(({ id, email }) => id !== at.id && email.trim() !== "");
    setRows([...others, ...pasted].slice(0, peopleAtOnceMax));
    setLeftOut(Math.max(0, others.length + pasted.length - peopleAtOnceMax));
    return true;
  };
  const submit = () =>
    send(async () => {
      const { id, message } = await sendBulkFile("SUBSCRIBERS", t("several.file"), new Blob([fileOf(filled)]));
      if (id === null) return [{ code: "INVALID" as const, message, path: null }];
      const mapping = personColumns.map(([column], header) => ({ column, header }));
      const defaults = [{ column: "customer", value: customerId }];
      const { data } = await plan({ variables: { input: { id, mapping, defaults } } });
      const errors = data?.planBulk.userErrors ?? [];
      if (errors.length === 0) setAsked({ id, rows: filled });
      return errors;
    });
  const ended = (told: ReadonlyMap<number, string>, isDone: boolean): void => {
    setAsked(null);
    setBegun(false);
    if (isDone) onAdded();
    if (isDone) setRows(rows.filter(({ id }) => told.has(id)));
    if (isDone && told.size === 0) return props.onClose();
    return setWrong(told);
  };
  const close = (): void => {
    // They are on their way, whoever looks on.
    if (isBegun) setRows([]);
    props.onClose();
  };
  const reason =
    filled.length === 0
      ? t("several.nobody")
      : short === null
        ? null
        : t("several.short", { ...short, wanted: number(short.wanted), free: number(short.free) });
  return (
    <FormDialog
      title={t("several.title")}
      size="72rem"
      onClose={close}
      deed={t("several.deed", { count: filled.length, people: number(filled.length) })}
      disabledReason={reason}
      isBusy={isBusy || asked !== null}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p className={classes.hint}>{t("several.hint", { max: number(peopleAtOnceMax) })}</p>
      <ol className={classes.rows}>
        {rows.map((row, index) => (
          <PersonRowFields
            key={row.id}
            row={row}
            nth={index + 1}
            seats={seats}
            error={wrong.get(row.id) ?? null}
            isLocked={asked !== null}
            onChange={change}
            onPaste={(text) => paste(row, text)}
            onRemove={() => setRows(rows.filter(({ id }) => id !== row.id))}
          />
        ))}
      </ol>
      <div>
        <Button
          variant="default"
          size="xs"
          disabled={rows.length >= peopleAtOnceMax || asked !== null}
          onClick={() => setRows([...rows, emptyRow(rows.at(-1)?.package ?? usual)])}
        >
          {t("several.more")}
        </Button>
      </div>
      {leftOut > 0 && (
        <p role="status">
          {t("several.leftOut", { count: leftOut, people: number(leftOut), max: number(peopleAtOnceMax) })}
        </p>
      )}
      {asked !== null && (
        <PeopleBeingAdded
          key={asked.id}
          id={asked.id}
          rows={asked.rows}
          onBegun={() => setBegun(true)}
          onEnded={ended}
        />
      )}
      {left > 0 && (
        <p role="alert" className={classes.wrong}>
          {t("several.wrong", { count: left, people: number(left) })}
        </p>
      )}
    </FormDialog>
  );
}
