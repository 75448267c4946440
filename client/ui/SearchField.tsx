import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useState, type ReactNode, type Ref } from "react";
import styles from "./SearchField.module.css";

export interface SearchFieldProps {
  readonly value: string;
  /** Told when typing pauses, at once on Enter and on clearing. */
  readonly onChange: (value: string) => void;
  /** The field's name; the placeholder only says what may be typed. */
  readonly label: string;
  readonly placeholder?: string;
  readonly debounceMs?: number;
  /** The name of the button that empties the field. */
  readonly clearLabel?: string;
  /** At the field's end while it is empty: a key hint or a scan button. */
  readonly end?: ReactNode;
  readonly size?: "xs" | "sm";
  readonly autoFocus?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLInputElement>;
}

const pauseMs = 200;

export function SearchField({ ref, ...props }: SearchFieldProps) {
  const { value, onChange, label, placeholder, debounceMs = pauseMs, clearLabel, end, size = "sm" } = props;
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    // Changed from outside, e.g. by going back: that wins over what stands here.
    setKnown(value);
    setText(value);
  }
  const tell = useEffectEvent((typed: string) => {
    if (typed === known) return;
    setKnown(typed);
    onChange(typed);
  });
  useEffect(() => {
    const timer = setTimeout(() => tell(text), debounceMs);
    return () => clearTimeout(timer);
  }, [text, debounceMs]);
  const tellNow = (typed: string): void => {
    setText(typed);
    if (typed === known) return;
    setKnown(typed);
    onChange(typed);
  };
  const clear =
    text === "" ? (
      end
    ) : (
      <CloseButton
        size="sm"
        aria-label={clearLabel}
        {...(clearLabel === undefined && { "aria-hidden": true, tabIndex: -1 })}
        onClick={() => tellNow("")}
      />
    );
  return (
    <TextInput
      {...(ref !== undefined && { ref })}
      className={`${styles.search} ${props.className ?? ""}`}
      type="search"
      size={size}
      aria-label={label}
      placeholder={placeholder ?? ""}
      autoComplete="off"
      spellCheck={false}
      {...(props.autoFocus === true && { "data-autofocus": true, autoFocus: true })}
      leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
      rightSection={clear}
      rightSectionWidth="auto"
      classNames={{ section: styles.section ?? "" }}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") tellNow(text);
        if (event.key === "Escape" && text !== "") {
          event.stopPropagation();
          tellNow("");
        }
      }}
    />
  );
}
