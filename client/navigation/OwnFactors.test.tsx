import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderPage } from "../testkit/render-page.tsx";
import { OwnFactors } from "./OwnFactors.tsx";

const phone = {
  __typename: "Factor",
  id: "fac_1",
  kind: "TOTP",
  name: "Phone",
  createdAt: "2026-11-20T10:00:00.000Z",
  lastUsedAt: null,
};
const own = (factors: object[], isRequired = false) => ({
  __typename: "OwnFactors",
  factors,
  recoveryCodesLeft: factors.length === 0 ? 0 : 9,
  isRequired,
});
const codes = ["0000-1111-2222-3333", "4444-5555-6666-7777"];

test("an app is added with a QR code or its secret, confirmed with a code, and the recovery codes are shown once", async () => {
  const onChanged = vi.fn<() => void>();
  const wrong = { __typename: "RuleError", code: "INVALID", message: "This code is not right.", path: ["code"] };
  const { sent } = await renderPage(<OwnFactors onChanged={onChanged} />, {
    operations: {
      MyFactors: { myFactors: own([]) },
      AddAuthenticator: {
        addAuthenticator: { id: "fac_1", secret: "ABCDEFGHIJ", address: "otpauth://totp/x", userErrors: [] },
      },
      ConfirmAuthenticator: ({ input }) => ({
        confirmAuthenticator:
          (input as { code: string }).code === "123456"
            ? { factors: own([phone]), recoveryCodes: codes, userErrors: [] }
            : { factors: null, recoveryCodes: [], userErrors: [wrong] },
      }),
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Add an app" }));
  const dialog = await screen.findByRole("dialog", { name: "Add an app with codes" });
  expect(within(dialog).getByRole("textbox", { name: "Name" })).toHaveValue("Phone");
  await userEvent.click(within(dialog).getByRole("button", { name: "Continue" }));
  expect(await within(dialog).findByRole("img", { name: "QR code with the secret for the app" })).toBeVisible();
  expect(within(dialog).getByText("ABCD EFGH IJ")).toBeVisible();
  const code = within(dialog).getByRole("textbox", { name: "Code from the app" });
  await userEvent.type(code, "000000{Enter}");
  await waitFor(() => expect(code).toHaveAccessibleDescription(/This code is not right\./));
  await userEvent.clear(code);
  await userEvent.type(code, "123456{Enter}");
  const kept = await screen.findByRole("dialog", { name: "Your recovery codes" });
  expect(within(kept).getByRole("region", { name: "Your recovery codes" })).toHaveTextContent(codes.join(" "));
  expect(onChanged).not.toHaveBeenCalled();
  await userEvent.click(within(kept).getByRole("button", { name: "I have kept them" }));
  expect(onChanged).toHaveBeenCalledOnce();
  expect(sent.map(({ name }) => name).filter((name) => name !== "MyFactors")).toEqual([
    "AddAuthenticator",
    "ConfirmAuthenticator",
    "ConfirmAuthenticator",
  ]);
});

test("factors have names and can be removed, but not the last one of who must have one", async () => {
  const key = { ...phone, id: "fac_2", kind: "PASSKEY", name: "Key" };
  const removed = { removeFactor: { factors: own([phone], true), recoveryCodes: [], userErrors: [] } };
  let factors = [phone, key];
  const { sent } = await renderPage(<OwnFactors />, {
    operations: {
      MyFactors: () => ({ myFactors: own(factors, true) }),
      RemoveFactor: () => {
        factors = [phone];
        return removed;
      },
    },
  });
  const list = await screen.findByRole("list", { name: "Second factor" });
  expect(within(list).getAllByRole("listitem")).toHaveLength(2);
  expect(screen.getByText("9 recovery codes are left.")).toBeVisible();
  await userEvent.click(within(list).getByRole("button", { name: "Remove Key" }));
  const dialog = await screen.findByRole("dialog", { name: "Remove Key?" });
  await userEvent.click(within(dialog).getByRole("button", { name: "Remove" }));
  await waitFor(() => expect(sent).toContainEqual({ name: "RemoveFactor", variables: { input: { id: "fac_2" } } }));
  await waitFor(() => expect(screen.queryByText("Key")).not.toBeInTheDocument());
  expect(screen.getByRole("button", { name: "Remove Phone" })).toHaveAttribute("aria-disabled", "true");
});
