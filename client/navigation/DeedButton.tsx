import { useViewer } from "../api/viewer.tsx";
import { ReasonedButton, type ReasonedButtonProps } from "../ui/ReasonedButton.tsx";

/** VX15: what a customer's own people may not do is not there for them; staff are told why they may not. */
export function DeedButton(props: ReasonedButtonProps) {
  const { customer } = useViewer();
  return customer !== null && props.disabledReason !== null ? null : <ReasonedButton {...props} />;
}
