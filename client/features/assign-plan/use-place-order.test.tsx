import { screen, waitFor } from "@testing-library/react";
import { useQuery } from "@apollo/client/react";
import userEvent from "@testing-library/user-event";
import { GraphQLError } from "graphql";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { AssignOfferingsDocument, type AssignQuoteQuery } from "./assign.generated.ts";
import { usePlaceOrder } from "./use-place-order.ts";

/** The part of the page that this is about: a list that is shown, and the button. */
function Draft() {
  const { data } = useQuery(AssignOfferingsDocument, { variables: {} });
  const quote = { fingerprint: "f" } as unknown as AssignQuoteQuery["orderQuote"]; // no more of it is read
  const { place, problem } = usePlaceOrder({ offeringId: "ofr_1", customerId: "cus_1" }, quote, () => undefined);
  return (
    <>
      <p>{data === undefined ? "…" : `${data.offerings.nodes.length} offerings`}</p>
      <button type="button" onClick={() => void place()}>
        Confirm
      </button>
      <p role="status">{problem?.message}</p>
    </>
  );
}

test("U24: an offering that was taken away while it was being sold is told in words, and what is left is read again", async () => {
  const { sent } = await renderPage(<Draft />, {
    operations: {
      AssignOfferings: { offerings: { __typename: "OfferingConnection", nodes: [] } },
      PlaceOrder: new GraphQLError("Nothing with this id exists for you.", { extensions: { code: "NOT_FOUND" } }),
    },
  });
  await screen.findByText("0 offerings");
  await userEvent.click(screen.getByRole("button", { name: "Confirm" }));
  await waitFor(() =>
    expect(screen.getByRole("status")).toHaveTextContent(
      "Something that you chose is not offered here any more, and nothing was ordered. Choose again.",
    ),
  );
  await waitFor(() => expect(sent.filter(({ name }) => name === "AssignOfferings")).toHaveLength(2));
});
