import { expect, type Page } from "@playwright/test";

/** Known to everyone, and only where the demo world was planted. */
const password = "demo-tierline";

/** Signs in without the form, which has tests of its own. */
export async function signInAs(page: Page, email: string): Promise<void> {
  const answer = await page.request.post("/graphql", {
    data: {
      query:
        "mutation ($input: SignInInput!) { signIn(input: $input) { viewer { user { email } } userErrors { message } } }",
      variables: { input: { email, password } },
    },
  });
  const { data } = await answer.json();
  expect(data?.signIn.viewer?.user.email).toBe(email);
}

/** One question to the API as the page's user. */
export async function ask<T>(page: Page, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const answer = await page.request.post("/graphql", { data: { query, variables } });
  const { data, errors } = await answer.json();
  expect(errors).toBeUndefined();
  return data as T;
}
