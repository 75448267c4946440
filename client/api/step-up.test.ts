import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from "@apollo/client";
import { GraphQLError } from "graphql";
import { expect, test } from "vitest";
import { createStepUp, stepUpLink } from "./step-up.ts";

const document = gql`
  mutation Sensitive {
    sensitive
  }
`;

/** Refuses for want of a proof until there is one. */
function world() {
  const stepUp = createStepUp();
  let isProven = false;
  let sent = 0;
  const server = new ApolloLink(() => {
    sent += 1;
    const refusal = new GraphQLError("Prove it.", { extensions: { code: "STEP_UP_REQUIRED" } });
    const answer = isProven ? { data: { sensitive: "done" } } : { data: null, errors: [refusal] };
    return new Observable((observer) => {
      observer.next(answer as ApolloLink.Result);
      observer.complete();
    });
  });
  const client = new ApolloClient({ link: ApolloLink.from([stepUpLink(stepUp), server]), cache: new InMemoryCache() });
  return {
    stepUp,
    prove: () => void (isProven = true),
    sent: () => sent,
    mutate: () => client.mutate({ mutation: document }),
  };
}

test("what wants a fresh proof is done again once its person has proved themselves, both of two at once", async () => {
  const { stepUp, prove, mutate, sent } = world();
  const both = Promise.all([mutate(), mutate()]);
  await expect.poll(() => [stepUp.isAsked(), sent()]).toEqual([true, 2]);
  prove();
  stepUp.settle(true);
  expect((await both).map(({ data }) => data)).toEqual([{ sensitive: "done" }, { sensitive: "done" }]);
  expect([stepUp.isAsked(), sent()]).toEqual([false, 4]);
});

test("whoever would not prove themselves is told why it was not done, and it is not sent again", async () => {
  const { stepUp, mutate, sent } = world();
  const refused = mutate();
  await expect.poll(() => stepUp.isAsked()).toBe(true);
  stepUp.settle(false);
  await expect(refused).rejects.toThrow("Prove it.");
  expect(sent()).toBe(1);
});
