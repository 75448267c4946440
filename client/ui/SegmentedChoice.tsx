import { SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./SegmentedChoice.module.css";

export interface SegmentedChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly fullWidth?: boolean;
}

/** One of a few views of the same thing, as grid or carousel. */
export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { label, value, onChange, options, fullWidth = false } = props;
  return (
    <SegmentedControl
      aria-label={label}
      value={value}
      onChange={onChange}
      data={[...options]}
      fullWidth={fullWidth}
      className={classes.choice}
    />
  );
}
