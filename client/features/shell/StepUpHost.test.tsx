import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { stepUp } from "../../api/step-up.ts";
import { renderPage, type Answer } from "../../testkit/render-page.tsx";
import { StepUpHost } from "./StepUpHost.tsx";

const asked = (kinds: string[]): Answer => ({
  startIdentityProof: {
    __typename: "IdentityProofPayload",
    asked: { __typename: "SecondFactorAsked", token: "t1", kinds, passkeyOptions: null },
  },
});

async function ask(kinds: string[], isRight: (input: Record<string, unknown>) => boolean) {
  const page = await renderPage(<StepUpHost />, {
    operations: {
      StartIdentityProof: asked(kinds),
      ProveIdentity: ({ input }) => {
        const given = input as Record<string, unknown>;
        const path = Object.keys(given);
        const wrong = { __typename: "RuleError", code: "INVALID", message: "This is not right.", path };
        return { proveIdentity: { userErrors: isRight(given) ? [] : [wrong] } };
      },
    },
  });
  let proof!: Promise<boolean>;
  act(() => void (proof = stepUp.ask()));
  await screen.findByRole("dialog", { name: "Is it still you?" });
  return { page, proof };
}

test("T9: who has no second factor proves themselves with the password, and what waited goes on", async () => {
  const { proof } = await ask([], ({ password }) => password === "right");
  const field = await screen.findByLabelText("Your password");
  await userEvent.type(field, "wrong{Enter}");
  await waitFor(() => expect(field).toHaveAccessibleDescription("This is not right."));
  await userEvent.clear(field);
  await userEvent.type(field, "right{Enter}");
  expect(await proof).toBe(true);
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
});

test("T9: who has a second factor is asked for its code and not for the password", async () => {
  const { page, proof } = await ask(["TOTP"], ({ code }) => code === "123456");
  expect(screen.queryByLabelText("Your password")).not.toBeInTheDocument();
  await userEvent.type(await screen.findByRole("textbox", { name: "Code" }), "123456");
  await userEvent.click(screen.getByRole("button", { name: "Go on" }));
  expect(await proof).toBe(true);
  expect(page.sent.at(-1)).toEqual({ name: "ProveIdentity", variables: { input: { code: "123456" } } });
});

test("whoever would not prove themselves leaves it undone", async () => {
  const { proof } = await ask([], () => true);
  await userEvent.click(await screen.findByRole("button", { name: "Cancel" }));
  expect(await proof).toBe(false);
});
