import { useId, type ReactNode } from "react";
import styles from "./FieldRow.module.css";

export interface FieldRowProps {
  readonly label: ReactNode;
  /** What may be typed, at the end of the label's line. */
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly isRequired?: boolean;
  /** Gets what ties the control to its words; spread it on the input. */
  readonly children: (control: FieldControl) => ReactNode;
}

export interface FieldControl {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
  readonly "aria-required"?: true;
}

/** Label, hint and error around a control that has none of its own. Mantine's inputs have; use theirs. */
export function FieldRow({ label, hint, error, isRequired, children }: FieldRowProps) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error != null && `${id}-error`].filter(
    (part) => part !== false,
  );
  return (
    <div className={styles.field}>
      <div className={styles.labels}>
        <label className={styles.label} htmlFor={id}>
          {label}
          {isRequired === true && (
            <span className={styles.star} aria-hidden="true">
              {" *"}
            </span>
          )}
        </label>
        {hint !== undefined && (
          <span className={styles.hint} id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </div>
      {children({
        id,
        ...(described.length > 0 && { "aria-describedby": described.join(" ") }),
        ...(error != null && { "aria-invalid": true }),
        ...(isRequired === true && { "aria-required": true }),
      })}
      {error != null && (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
