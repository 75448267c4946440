import { useImperativeHandle, useRef, type KeyboardEvent, type Ref } from "react";
import classes from "./CodeEditor.module.css";

export interface CodeEditorHandle {
  /** Puts the cursor into a line, counted from 1, and brings it into view. */
  goTo(line: number, column?: number | null): void;
}

export interface CodeEditorProps {
  readonly label: string;
  readonly value: string;
  /** Without it the text can only be read. */
  readonly onChange?: ((value: string) => void) | undefined;
  /** Lines with a problem, counted from 1. */
  readonly marked?: ReadonlySet<number>;
  /** Said to those who come in by keyboard: Tab indents, Escape and then Tab leads out. */
  readonly describedBy?: string;
  readonly ref?: Ref<CodeEditorHandle>;
}

const indent = "  ";

/** A plain text field with line numbers. It is as tall as its text, so that the page scrolls and not a box within it. */
export function CodeEditor({ label, value, onChange, marked, describedBy, ref }: CodeEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const isLeaving = useRef(false);
  const lines = value.split("\n");
  useImperativeHandle(ref, () => ({
    goTo(line, column) {
      const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
      const from = start + Math.max(0, (column ?? 1) - 1);
      field.current?.focus({ preventScroll: true });
      field.current?.setSelectionRange(from, start + (lines[line - 1]?.length ?? 0));
      gutter.current?.children[line - 1]?.scrollIntoView({ block: "center" });
    },
  }));
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Without a way out Tab would be a trap (WCAG 2.1.2).
    if (event.key === "Escape") isLeaving.current = true;
    else if (event.key !== "Tab" && event.key !== "Shift") isLeaving.current = false;
    if (event.key !== "Tab" || isLeaving.current || onChange === undefined) return;
    event.preventDefault();
    onChange(shifted(event.currentTarget, event.shiftKey));
  };
  return (
    <div className={classes.editor}>
      <div ref={gutter} className={classes.gutter} aria-hidden="true">
        {lines.map((_, index) => (
          <div key={index} data-marked={marked?.has(index + 1) === true || undefined}>
            {index + 1}
          </div>
        ))}
      </div>
      <textarea
        ref={field}
        className={classes.field}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={(marked?.size ?? 0) > 0 || undefined}
        value={value}
        readOnly={onChange === undefined}
        onChange={(event) => onChange?.(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => (isLeaving.current = false)}
        rows={lines.length}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
      />
    </div>
  );
}

/** Indents at the cursor, or takes an indent from the line's beginning; the field keeps its undo history where it can. */
function shifted(field: HTMLTextAreaElement, isBack: boolean): string {
  const { value, selectionStart, selectionEnd } = field;
  const lineStart = value.lastIndexOf("\n", selectionStart - 1) + 1;
  if (isBack) {
    const spaces = /^ {0,2}/.exec(value.slice(lineStart))?.[0].length ?? 0;
    field.setSelectionRange(lineStart, lineStart + spaces);
    replace(field, "");
    const back = (at: number): number => Math.max(lineStart, at - spaces);
    field.setSelectionRange(back(selectionStart), back(selectionEnd));
    return field.value;
  }
  replace(field, indent);
  return field.value;
}

/** `execCommand` is the only way that keeps the browser's undo; where it is missing the text is put in without. */
function replace(field: HTMLTextAreaElement, text: string): void {
  const isDone =
    typeof document.execCommand === "function" &&
    document.execCommand(text === "" ? "delete" : "insertText", false, text);
  if (!isDone) field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
}
