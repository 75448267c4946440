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
const endWidth = 48;
const clearWidth = 36;

export function SearchField({ ref, ...props }: SearchFieldProps) {
  const { value, onChange, label, placeholder, debounceMs = pauseMs, clearLabel, end, size = "sm" } = props;
  const { text, setText, tell } = useTold(value, onChange);
  const tellPaused = useEffectEvent(tell);
  useEffect(() => {
    const timer = setTimeout(() => tellPaused(text), debounceMs);
    return () => clearTimeout(timer);
  }, [text, debounceMs]);
  const clear =
    text === "" ? (
      end
    ) : (
      <CloseButton
        size="sm"
        aria-label={clearLabel}
        {...(clearLabel === undefined && { "aria-hidden": true, tabIndex: -1 })}
        onClick={() => tell("")}
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
      rightSectionWidth={text === "" && end !== undefined ? endWidth : clearWidth}
      classNames={{ section: styles.section ?? "" }}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") tell(text);
        if (event.key === "Escape" && text !== "") {
          event.stopPropagation();
          tell("");
        }
      }}
    />
  );
}

/**
 * What stands in the field, beside the value outside. That may lag behind what was told (a change of URL takes its time), so only a
 * value that was never told replaces what is being typed.
 */
function useTold(value: string, onChange: (value: string) => void) {
  const [{ text, seen, told }, setState] = useState({ text: value, seen: value, told: [] as readonly string[] });
  if (value !== seen) {
    const at = told.indexOf(value);
    setState(at === -1 ? { text: value, seen: value, told: [] } : { text, seen: value, told: told.slice(at + 1) });
  }
  return {
    text,
    setText: (typed: string): void => setState({ text: typed, seen, told }),
    tell: (typed: string): void => {
      const isNews = typed !== (told.at(-1) ?? seen);
      if (!isNews && typed === text) return;
      setState({ text: typed, seen, told: isNews ? [...told, typed] : told });
      if (isNews) onChange(typed);
    },
  };
}
