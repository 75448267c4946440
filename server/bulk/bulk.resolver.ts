import { bulkColumns, bulkRowStates } from "@tierline/shared/bulk.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { may, require, Requires } from "../kernel/requires.ts";
import { eventsOf } from "../kernel/stream.ts";
import { answered } from "../kernel/user-error.type.ts";
import { NotificationType } from "../notifications/notification.type.ts";
import {
  BulkColumnType,
  BulkCountType,
  BulkImportInput,
  BulkImportPayload,
  BulkImportType,
  BulkPriceMoveType,
  BulkProblemType,
  PlanBulkInput,
  StartBulkInput,
  toBulkImport,
} from "./bulk.type.ts";
import {
  countRows,
  findBulkImport,
  findBulkImports,
  priceMovesOf,
  problemsOf,
  type RowProblem,
} from "./find-imports.ts";
import { cancelBulk, pauseBulk, resumeBulk, startBulk } from "./move-import.ts";
import { planBulk } from "./plan-import.ts";
import { watchBulkImport } from "./watch-import.ts";

const sampleRowsMax = 5;

@Resolver(() => BulkImportType)
export class BulkImportResolver {
  @Requires("bulk.import")
  @Query(() => [BulkImportType], { description: "Imports of your tier, the newest first, at most 100." })
  async bulkImports(@Ctx() request: RequestContext): Promise<BulkImportType[]> {
    return (await findBulkImports(signedIn(request))).map(toBulkImport);
  }

  @Requires("bulk.import")
  @Query(() => BulkImportType, {
    nullable: true,
    description: "An import; null when none with this id exists for you.",
  })
  async bulkImport(
    @Arg("id", () => ID, { description: "Id of the import." }) id: string,
    @Ctx() request: RequestContext,
  ): Promise<BulkImportType | null> {
    const row = await findBulkImport(signedIn(request), decodeId("blk", id));
    return row === null ? null : toBulkImport(row);
  }

  @Requires("bulk.import")
  @Subscription(() => BulkImportType, {
    name: "bulkImport",
    description:
      "An import at once and after changes, at most four times a second: whole states, so that a reconnect misses nothing.",
    subscribe: ({ args, context }: { args: Record<string, unknown>; context: RequestContext }) => {
      require(signedIn(context), "bulk.import");
      return eventsOf(context, (signal) => watchBulkImport(signedIn(context), String(args["id"]), signal));
    },
  })
  bulkImportChanges(
    @Root() found: BulkImportType,
    @Arg("id", () => ID, { description: "Id of the import." }) _id: string,
  ): BulkImportType {
    return found;
  }

  @Requires("bulk.import")
  @Mutation(() => BulkImportPayload, {
    description: "Says which column of a file is what, and rehearses it anew: nothing is done yet.",
  })
  planBulk(
    @Arg("input", () => PlanBulkInput, { description: "Which column is what." }) input: PlanBulkInput,
    @Ctx() request: RequestContext,
  ): Promise<BulkImportPayload> {
    return answeredWith(request, (context) => planBulk(context, input));
  }

  @Requires("bulk.import")
  @Mutation(() => BulkImportPayload, { description: "Begins with the rows that are ready, as you." })
  startBulk(
    @Arg("input", () => StartBulkInput, { description: "How to begin." }) input: StartBulkInput,
    @Ctx() request: RequestContext,
  ): Promise<BulkImportPayload> {
    return answeredWith(request, (context) => startBulk(context, input));
  }

  @Requires("bulk.import")
  @Mutation(() => BulkImportPayload, { description: "Lets no further row begin." })
  pauseBulk(
    @Arg("input", () => BulkImportInput, { description: "Which import." }) input: BulkImportInput,
    @Ctx() request: RequestContext,
  ): Promise<BulkImportPayload> {
    return answeredWith(request, (context) => pauseBulk(context, input.id));
  }

  @Requires("bulk.import")
  @Mutation(() => BulkImportPayload, { description: "Goes on with a paused import, as whoever began it." })
  resumeBulk(
    @Arg("input", () => BulkImportInput, { description: "Which import." }) input: BulkImportInput,
    @Ctx() request: RequestContext,
  ): Promise<BulkImportPayload> {
    return answeredWith(request, (context) => resumeBulk(context, input.id));
  }

  @Requires("bulk.import")
  @Mutation(() => BulkImportPayload, { description: "Does not do the rest; what was done stays done." })
  cancelBulk(
    @Arg("input", () => BulkImportInput, { description: "Which import." }) input: BulkImportInput,
    @Ctx() request: RequestContext,
  ): Promise<BulkImportPayload> {
    return answeredWith(request, (context) => cancelBulk(context, input.id));
  }

  @FieldResolver(() => [BulkColumnType], { description: "Every column of this kind, in its order." })
  columns(@Root() { row }: BulkImportType): BulkColumnType[] {
    return bulkColumns[row.kind].map(({ key, isRequired }) => ({
      key,
      isRequired,
      header: row.mapping[key] ?? null,
      default: row.defaults[key] ?? null,
    }));
  }

  @FieldResolver(() => [BulkPriceMoveType], {
    description: "The prices that the first 100 rows change, in their order; empty for other kinds.",
  })
  priceMoves(@Root() { row }: BulkImportType, @Ctx() request: RequestContext): Promise<BulkPriceMoveType[]> {
    return row.kind === "PRICES" ? priceMovesOf(signedIn(request), row.id) : Promise.resolve([]);
  }

  @FieldResolver(() => [[String]], { description: "The first rows, as the file has them; at most five." })
  async sampleRows(@Root() { row }: BulkImportType, @Ctx() request: RequestContext): Promise<string[][]> {
    if (row.rowsDeletedAt != null) return [];
    const rows = await signedIn(request).em.execute<{ cells: string[] }[]>(
      `select cells from bulk_row where import_id = ? and number <= ${sampleRowsMax} order by number`,
      [row.id],
    );
    return rows.map(({ cells }) => row.headers.map((_, index) => (cells[index] ?? "").slice(0, 200)));
  }

  @FieldResolver(() => [BulkCountType], { description: "How many rows are in each state." })
  async counts(@Root() { row }: BulkImportType, @Ctx() request: RequestContext): Promise<BulkCountType[]> {
    const counts = row.counts ?? (await countRows(signedIn(request), row.id));
    return bulkRowStates.map((state) => ({ state, count: counts[state] }));
  }

  @FieldResolver(() => [BulkProblemType], {
    description: "What is wrong with rows, by kind: the most frequent first, at most 50.",
  })
  async problems(@Root() { row }: BulkImportType, @Ctx() request: RequestContext): Promise<BulkProblemType[]> {
    return (await problemsOf(signedIn(request), row.id)).map(toProblem);
  }
}

function toProblem({ firstRows, values, ...problem }: RowProblem): BulkProblemType {
  return { ...problem, firstRows: [...firstRows], values: [...values] };
}

@Resolver(() => NotificationType)
export class NotifiedImportResolver {
  @FieldResolver(() => BulkImportType, {
    nullable: true,
    description: "The import that it is about; null where it is about something else, or not yours to see.",
  })
  async bulkImport(
    @Root() { importId }: NotificationType,
    @Ctx() request: RequestContext,
  ): Promise<BulkImportType | null> {
    if (importId === null || !may(request, "bulk.import")) return null;
    const row = await findBulkImport(signedIn(request), importId);
    return row === null ? null : toBulkImport(row);
  }
}

export function answeredWith(
  request: RequestContext,
  verb: (context: Context) => Promise<string>,
): Promise<BulkImportPayload> {
  const context = signedIn(request);
  return answered<Omit<BulkImportPayload, "userErrors">>(
    async () => {
      const row = await findBulkImport(context, await verb(context));
      invariant(row !== null, "an import that was just changed is there");
      return { bulkImport: toBulkImport(row) };
    },
    { bulkImport: null },
  );
}
