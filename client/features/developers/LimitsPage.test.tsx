import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { apiLimitKeys, apiLimitValues } from "@tierline/shared/api-limits.ts";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { LimitsPage } from "./LimitsPage.tsx";

const paces = (requests: number) => ({
  apiClients: {
    __typename: "ApiClientConnection",
    nodes: [
      {
        __typename: "ApiClient",
        id: "acl_1",
        name: "Shop window",
        requestsPerMinute: 120,
        left: { __typename: "ApiClientLeft", requests, points: 19_949 },
      },
    ],
  },
});

test("VX16: every limit is told with its figure, and what each program has left at the moment", async () => {
  let left = 118;
  const { sent } = await renderPage(<LimitsPage />, {
    at: "/r/acme/developers/limits",
    route: "/r/$reseller/developers/limits",
    role: "RESELLER_OWNER",
    operations: {
      ApiLimits: { apiLimits: { __typename: "ApiLimits", ...apiLimitValues, depth: 7 } },
      ProgramPaces: () => paces(left),
    },
  });
  const row = await screen.findByRole("row", { name: /Shop window/ });
  expect(row).toHaveTextContent("118 of 12019,949 of 20,000");
  const document = screen.getByRole("region", { name: "A document" });
  expect(within(document).getByText("depth").closest("div")).toHaveTextContent("Levels depth7");
  for (const key of apiLimitKeys) expect(screen.getByText(key, { selector: "code" })).toBeInTheDocument();
  expect(screen.getByRole("region", { name: "In the answer" })).toHaveTextContent('"requested": 51');
  left = 60;
  await userEvent.click(screen.getByRole("button", { name: "Refresh" }));
  await waitFor(() => expect(screen.getByRole("row", { name: /Shop window/ })).toHaveTextContent("60 of 120"));
  expect(sent.filter(({ name }) => name === "ApiLimits")).toHaveLength(1);
});
