import type { CodegenConfig } from "@graphql-codegen/cli";

const scalars = { DateTime: "string", Date: "string", Decimal: "string", PhoneNumber: "string" };

/** Types of the contract once, and beside each `*.graphql` its documents: a route carries only its own. */
const config: CodegenConfig = {
  schema: "../schema/schema.graphql",
  documents: ["{api,features}/**/*.graphql"],
  ignoreNoDocuments: true,
  generates: {
    "api/generated/schema.ts": {
      plugins: ["typescript"],
      config: {
        scalars,
        enumsAsTypes: true,
        useTypeImports: true,
        avoidOptionals: false,
        maybeValue: "T | null",
        inputMaybeValue: "T | null | undefined",
      },
    },
    "./": {
      preset: "near-operation-file",
      presetConfig: {
        extension: ".generated.ts",
        baseTypesPath: "api/generated/schema.ts",
        importTypesNamespace: "Schema",
      },
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        scalars,
        useTypeImports: true,
        enumsAsTypes: true,
        avoidOptionals: { field: true, inputValue: false },
        skipTypename: false,
        nonOptionalTypename: false,
        dedupeFragments: true,
      },
    },
  },
};
export default config;
