import { GraphQLError } from "graphql";

/** What the preview cannot do says so. */
export function notInPreview(): GraphQLError {
  return new GraphQLError("Not in the preview: start Tierline itself for this.", {
    extensions: { code: "NOT_IN_PREVIEW" },
  });
}
