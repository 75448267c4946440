import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { ConfirmByName } from "./ConfirmByName.tsx";

test("nothing happens until the name is typed exactly", async () => {
  const user = userEvent.setup();
  const onConfirm = vi.fn<() => void>();
  render(
    <MantineProvider env="test">
      <ConfirmByName
        isOpen
        onClose={() => undefined}
        name="789"
        title="End service 789"
        consequences={["The SIM retires.", "The number rests for 30 days."]}
        onConfirm={onConfirm}
        labels={{
          typeName: (name) => `Type ${name}`,
          confirm: "End service",
          cancel: "Cancel",
          notYet: "Type 789 first",
        }}
      />
    </MantineProvider>,
  );
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
    "The SIM retires.",
    "The number rests for 30 days.",
  ]);
  await user.type(screen.getByRole("textbox", { name: "Type 789" }), "78{Enter}");
  await user.click(screen.getByRole("button", { name: "End service" }));
  expect(onConfirm).not.toHaveBeenCalled();
  await user.type(screen.getByRole("textbox", { name: "Type 789" }), "9{Enter}");
  expect(onConfirm).toHaveBeenCalledOnce();
});
