import { Suspense, useSyncExternalStore } from "react";
import { stepUp } from "../../api/step-up.ts";
import { lazyPart } from "../../ui/lazy-part.tsx";

const dialog = lazyPart(() => import("./StepUpDialog.tsx").then(({ StepUpDialog }) => StepUpDialog));

/** On every page, because anything may turn out to want a fresh proof. */
export function StepUpHost() {
  const isAsked = useSyncExternalStore(stepUp.subscribe, stepUp.isAsked);
  return (
    isAsked && (
      <Suspense fallback={null}>
        <dialog.Part />
      </Suspense>
    )
  );
}
