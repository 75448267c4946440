import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./FilterChips.module.css";

export interface ChipOption<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly count?: ReactNode;
  readonly icon?: ReactNode;
}

interface ChipsBase<Value extends string> {
  readonly label: string;
  readonly options: readonly ChipOption<Value>[];
}

export type FilterChipsProps<Value extends string> = ChipsBase<Value> &
  (
    | { readonly isMultiple?: false; readonly value: Value | null; readonly onChange: (value: Value | null) => void }
    | { readonly isMultiple: true; readonly value: readonly Value[]; readonly onChange: (value: Value[]) => void }
  );

/** Filters to switch on and off. Of single ones at most one is on, and pressing that again switches it off. */
export function FilterChips<Value extends string>(props: FilterChipsProps<Value>) {
  const isOn = (value: Value): boolean =>
    props.isMultiple === true ? props.value.includes(value) : props.value === value;
  const press = (value: Value): void => {
    if (props.isMultiple !== true) return props.onChange(isOn(value) ? null : value);
    props.onChange(isOn(value) ? props.value.filter((other) => other !== value) : [...props.value, value]);
  };
  return (
    <div className={styles.chips} role="group" aria-label={props.label}>
      {props.options.map(({ value, label, count, icon }) => (
        <UnstyledButton
          key={value}
          className={styles.chip ?? ""}
          aria-pressed={isOn(value)}
          onClick={() => press(value)}
        >
          {icon}
          {label}
          {count !== undefined && <span className={styles.count}>{count}</span>}
        </UnstyledButton>
      ))}
    </div>
  );
}
