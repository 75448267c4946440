import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./Developers.module.css";

interface ShownOnceProps {
  readonly secret: string;
  readonly onClose: () => void;
  readonly words: {
    readonly title: string;
    readonly kept: string;
    readonly once: string;
    readonly secret: string;
    readonly copy: string;
    readonly copied: string;
  };
  /** What can be done with it now. */
  readonly children?: ReactNode;
}

/** The one time that a secret is there to be copied. */
export function ShownOnce({ secret, onClose, words, children }: ShownOnceProps) {
  return (
    <div role="status">
      <Panel
        title={words.title}
        aside={
          <Button variant="default" size="xs" onClick={onClose}>
            {words.kept}
          </Button>
        }
      >
        <div className={classes.form}>
          <p className={classes.dim}>{words.once}</p>
          <CodeBlock code={secret} label={words.secret} labels={words} />
          {children}
        </div>
      </Panel>
    </div>
  );
}
