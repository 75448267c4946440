import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, viewerOf } from "../../testkit/render-page.tsx";
import { CallInPage } from "./CallInPage.tsx";

const number = { __typename: "CallInNumber", country: "US", phone: "+14155550100", isAvailable: true };
const amer = {
  __typename: "CallInRegion",
  key: "AMER",
  code: "+1",
  countries: ["US", "CA"],
  homeCountries: ["BR", "US"],
  numbers: [number],
  version: 3,
};
const emea = { ...amer, key: "EMEA", code: "+44", countries: ["GB"], homeCountries: ["GB"], numbers: [], version: 1 };
const regions = { callInRegions: [amer, emea] };

test("C28: each region stands with its code, whose it is and what is dialled", async () => {
  await renderPage(<CallInPage />, { role: "OPERATOR", operations: { CallInRegions: regions } });
  const rows = (await screen.findAllByRole("row")).map(({ textContent }) => textContent);
  expect(rows.find((text) => text.includes("AMER"))).toMatch(/\+1United States, Canada\+1 415 555 0100/);
  expect(rows.find((text) => text.includes("EMEA"))).toMatch(/\+44United Kingdom\+44/);
});

test("the operator orders numbers and adds one; a refusal stands with its number", async () => {
  const answer = { __typename: "UpdateCallInRegionPayload", regions: null };
  const error = { __typename: "RuleError", code: "INVALID", message: "No number", path: ["numbers", "0", "phone"] };
  const { sent } = await renderPage(<CallInPage />, {
    role: "OPERATOR",
    at: "/r/tierline?region=AMER",
    operations: {
      CallInRegions: regions,
      UpdateCallInRegion: { updateCallInRegion: { ...answer, userErrors: [error] } },
    },
  });
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(dialog.getByRole("button", { name: "Add number" }));
  await userEvent.type(dialog.getByLabelText("Number 2"), "12");
  await userEvent.click(dialog.getByRole("button", { name: "Move number 2 up" }));
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(await dialog.findByText("No number")).toBeVisible();
  await waitFor(() => expect(sent.at(-1)?.name).toBe("UpdateCallInRegion"));
  expect(sent.at(-1)?.variables["input"]).toEqual({
    region: "AMER",
    version: 3,
    homeCountries: ["BR", "US"],
    numbers: [
      { country: "US", phone: "12", isAvailable: true },
      { country: "US", phone: "+1 415 555 0100", isAvailable: true },
    ],
  });
});

test("who is not the operator reads them, and is told why the button does nothing", async () => {
  await renderPage(<CallInPage />, { viewer: viewerOf("AGENT"), operations: { CallInRegions: regions } });
  expect((await screen.findAllByRole("button", { name: /^Edit/ }))[0]).toHaveAttribute("aria-disabled", "true");
});
