import { FileInput, Textarea } from "@mantine/core";
import { useState } from "react";

interface Rows {
  readonly file: File | null;
  /** What was pasted; says nothing while there is a file. */
  readonly text: string;
}

const nothing: Rows = { file: null, text: "" };

/** Rows of a table as they come: in a file, or copied out of a spreadsheet. */
export function useFileOrText() {
  const [rows, setRows] = useState(nothing);
  const { file, text } = rows;
  return {
    rows,
    setRows,
    isEmpty: file === null && text.trim() === "",
    fileName: file?.name ?? null,
    content: (): Blob => file ?? new Blob([text]),
    empty: () => setRows(nothing),
  };
}

interface FileOrTextProps {
  readonly value: Rows;
  readonly onChange: (rows: Rows) => void;
  readonly labels: {
    readonly file: string;
    readonly fileHint?: string;
    readonly choose: string;
    readonly paste: string;
    readonly pasteHint?: string;
    readonly pasteExample?: string;
  };
}

export function FileOrText({ value: { file, text }, onChange, labels }: FileOrTextProps) {
  return (
    <>
      <FileInput
        label={labels.file}
        description={labels.fileHint}
        placeholder={labels.choose}
        accept=".csv,.txt,text/csv,text/plain"
        clearable
        value={file}
        onChange={(chosen) => onChange({ file: chosen, text })}
      />
      <Textarea
        label={labels.paste}
        description={labels.pasteHint}
        placeholder={labels.pasteExample}
        autosize
        minRows={3}
        maxRows={12}
        spellCheck={false}
        disabled={file !== null}
        value={text}
        onChange={(event) => onChange({ file, text: event.currentTarget.value })}
      />
    </>
  );
}
