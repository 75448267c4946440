import type { CasePartyFragment, CaseViewFragment } from "./screening.generated.ts";

/** A case as its page shows it. */
export type ShownCase = CaseViewFragment & CasePartyFragment;
