import { IconCheck } from "@tabler/icons-react";
import { createContext, use, useId, type CSSProperties, type KeyboardEvent, type ReactNode } from "react";
import styles from "./ChoiceGroup.module.css";

interface Choice {
  readonly name: string;
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

const ChoiceContext = createContext<Choice | null>(null);

export interface ChoiceGroupProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  /** How many stand side by side where there is room; on a phone they are stacked. */
  readonly columns?: number;
  /** Where the choice leads on at once, the arrow keys only walk, so that the third card is not reached through the second. */
  readonly leadsOn?: boolean;
  readonly children: ReactNode;
}

/** Cards of which one is chosen. They are radio buttons underneath, so the arrow keys walk and choose; so does Enter. */
export function ChoiceGroup({ label, value, onChange, columns = 3, leadsOn = false, children }: ChoiceGroupProps) {
  const name = useId();
  // A custom property is no key of CSSProperties.
  const style = { "--choice-columns": columns } as CSSProperties;
  return (
    <ChoiceContext value={{ name, value, onChange }}>
      <div
        className={styles.group}
        role="radiogroup"
        aria-label={label}
        style={style}
        onKeyDown={(event) => pressed(event, leadsOn)}
      >
        {children}
      </div>
    </ChoiceContext>
  );
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function pressed(event: KeyboardEvent<HTMLElement>, leadsOn: boolean): void {
  const cards = [...event.currentTarget.querySelectorAll("input")];
  const at = cards.findIndex((card) => card === event.target);
  if (at === -1) return;
  const step = steps[event.key];
  if (event.key === "Enter") cards[at]?.click();
  else if (leadsOn && step !== undefined) cards.at((at + step) % cards.length)?.focus();
  else return;
  event.preventDefault();
}

export interface ChoiceCardProps {
  readonly value: string;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** A tick at the end, or a radio button at the start. */
  readonly mark?: "check" | "radio";
  /** Why it can't be chosen; it is still reached, so that everyone can find out. */
  readonly disabledReason?: string | null;
}

export function ChoiceCard({ value, title, children, mark = "check", disabledReason = null }: ChoiceCardProps) {
  const choice = use(ChoiceContext);
  const id = useId();
  if (choice === null) throw new Error("A ChoiceCard stands inside a ChoiceGroup.");
  const isChosen = choice.value === value;
  return (
    <label
      className={styles.card}
      data-mark={mark}
      data-chosen={isChosen || undefined}
      data-off={disabledReason !== null || undefined}
    >
      <input
        className={styles.input}
        type="radio"
        name={choice.name}
        value={value}
        checked={isChosen}
        aria-disabled={disabledReason !== null || undefined}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-body`}
        onChange={() => disabledReason === null && choice.onChange(value)}
      />
      <span className={styles.mark} aria-hidden="true">
        {mark === "check" ? <IconCheck size={13} stroke={2.6} /> : <span className={styles.dot} />}
      </span>
      <span className={styles.words}>
        <span className={styles.title} id={`${id}-title`}>
          {title}
        </span>
        <span className={styles.body} id={`${id}-body`}>
          {children}
          {disabledReason !== null && <span className={styles.reason}>{disabledReason}</span>}
        </span>
      </span>
    </label>
  );
}

/** The price on a card: large, its period quiet behind it. */
export function ChoicePrice({ children, period }: { readonly children: ReactNode; readonly period?: ReactNode }) {
  return (
    <span className={styles.price}>
      <span className={styles.amount}>{children}</span>
      {period !== undefined && <span> {period}</span>}
    </span>
  );
}
