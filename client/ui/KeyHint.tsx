import { Kbd } from "@mantine/core";
import styles from "./KeyHint.module.css";

/** The key of a button, drawn inside it. Gone where there are no keys or no room; the button says it by `aria-keyshortcuts`. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <Kbd className={styles.hint ?? ""} aria-hidden="true">
      {keys}
    </Kbd>
  );
}
