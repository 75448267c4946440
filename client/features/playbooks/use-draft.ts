import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlaybookFormat } from "../../api/generated/schema.ts";
import { failureOf } from "../../api/user-errors.ts";
import { SavePlaybookDocument, type PlaybookWholeFragment } from "./playbooks.generated.ts";
import type { Problem } from "./use-validation.ts";

export type Playbook = PlaybookWholeFragment;
export type Version = Playbook["versions"][number];

export interface Draft {
  /** Null while nothing was changed. */
  readonly text: string | null;
  readonly format: PlaybookFormat;
  /** The version that the text was made from. */
  readonly base: Version;
  /** A newer one that somebody saved meanwhile. */
  readonly overtakenBy: Version | null;
  readonly problems: readonly Problem[];
  readonly refused: string | null;
  readonly isSaving: boolean;
  change(text: string): void;
  discard(): void;
  /** Says that the newer version was looked at: saving then makes the next one after it. */
  rebase(): void;
  save(note: string): Promise<boolean>;
}

interface Written {
  readonly text: string;
  readonly baseVersion: number;
}

/** The text as it is being written. It stays what it is when somebody else saves; who saved first is found out by the version. */
export function useDraft(playbook: Playbook, onStale: () => Promise<unknown>): Draft {
  const { t } = useTranslation("playbooks");
  const [written, setWritten] = useState<Written | null>(null);
  const [answer, setAnswer] = useState<Pick<Draft, "problems" | "refused">>({ problems: [], refused: null });
  const [savePlaybook, { loading }] = useMutation(SavePlaybookDocument);
  const latest = versionOf(playbook, playbook.latestVersion);
  const base = written === null ? latest : versionOf(playbook, written.baseVersion);

  async function save(note: string): Promise<boolean> {
    if (written === null || loading) return false;
    setAnswer({ problems: [], refused: null });
    const { text: document, baseVersion } = written;
    const input = {
      key: playbook.key,
      baseVersion,
      format: base.format,
      document,
      note: note.trim() === "" ? null : note,
    };
    try {
      const { data } = await savePlaybook({ variables: { input } });
      const payload = data?.savePlaybook;
      if (payload === undefined) return false;
      if (payload.playbook !== null && payload.userErrors.length === 0) {
        setWritten(null);
        return true;
      }
      const isStale = payload.userErrors.some(({ code }) => code === "STALE");
      const messages = payload.userErrors.map(({ message }) => message).join(" ");
      setAnswer({ problems: payload.problems, refused: isStale ? t("stale") : messages === "" ? null : messages });
      if (isStale) await onStale();
    } catch (error) {
      setAnswer({ problems: [], refused: failureOf(error).message });
    }
    return false;
  }

  return {
    text: written?.text ?? null,
    format: base.format,
    base,
    overtakenBy: base.version < latest.version ? latest : null,
    ...answer,
    isSaving: loading,
    change(text) {
      setWritten(text === base.document ? null : { text, baseVersion: base.version });
      setAnswer({ problems: [], refused: null });
    },
    discard: () => setWritten(null),
    rebase() {
      setWritten((before) => before && { ...before, baseVersion: playbook.latestVersion });
      setAnswer({ problems: [], refused: null });
    },
    save,
  };
}

/** A playbook has at least the version it began with. */
export function versionOf({ versions }: Playbook, number: number): Version {
  const found = versions.find(({ version }) => version === number) ?? versions[0];
  if (found === undefined) throw new Error("A playbook without versions");
  return found;
}
