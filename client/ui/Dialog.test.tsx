import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { Dialog } from "./Dialog.tsx";

/** `leaves` says when the button that opened the dialog goes: never, with the dialog, or some time after it. */
function Page({ leaves }: { leaves: "never" | "at once" | "later" }) {
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const close = (): void => {
    setOpen(false);
    if (leaves === "at once") setDone(true);
    if (leaves === "later") setTimeout(() => setDone(true), 50);
  };
  return (
    <MantineProvider env="test">
      <main>
        <h1 tabIndex={-1}>SIM-00083</h1>
        {!isDone && <button onClick={() => setOpen(true)}>Mark damaged</button>}
        {isOpen && (
          <Dialog title="Damaged?" onClose={close} closeLabel="Close">
            <input aria-label="Reason" data-autofocus />
          </Dialog>
        )}
      </main>
    </MantineProvider>
  );
}

async function openAndClose(leaves: "never" | "at once" | "later"): Promise<void> {
  render(<Page leaves={leaves} />);
  await userEvent.click(screen.getByRole("button", { name: "Mark damaged" }));
  const field = await screen.findByRole("textbox", { name: "Reason" });
  await expect.poll(() => document.activeElement).toBe(field);
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
}

test("the focus goes back to what opened the dialog", async () => {
  await openAndClose("never");
  expect(screen.getByRole("button", { name: "Mark damaged" })).toHaveFocus();
});

test.each(["at once", "later"] as const)("to the heading where that is gone %s", async (leaves) => {
  await openAndClose(leaves);
  await expect.poll(() => document.activeElement).toBe(screen.getByRole("heading", { name: "SIM-00083" }));
});
