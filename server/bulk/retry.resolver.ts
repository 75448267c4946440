import { bulkColumns } from "@tierline/shared/bulk.ts";
import type { Sentence } from "@tierline/shared/sentence.ts";
import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answeredWith } from "./bulk.resolver.ts";
import { BulkImportInput, BulkImportPayload, BulkImportType } from "./bulk.type.ts";
import { retryBulk } from "./retry-import.ts";
import { cellsOf } from "./row-cells.ts";

const failedShown = 100;

@ObjectType("BulkCell", { description: "What a row says in a column." })
export class BulkCellType {
  @Field(() => String, { description: "The column." })
  column: string;

  @Field(() => String, { description: "What it says, cut after 200 characters." })
  value: string;
}

@ObjectType("BulkFailedRow", { description: "A row that came to nothing, and why." })
export class BulkFailedRowType {
  @Field(() => Int, { description: "The row, counted from 1 under the header." })
  row: number;

  @Field(() => [BulkCellType], { description: "What it says, in the columns' order; what is empty is left out." })
  cells: BulkCellType[];

  @Field(() => String, { nullable: true, description: "The column it is about." })
  column: string | null;

  @Field(() => String, { description: "Why, in the language of the request." })
  message: Sentence;
}

interface Failed {
  readonly row: number;
  readonly raw: string[];
  readonly column: string | null;
  readonly message: Sentence;
}

@Resolver(() => BulkImportType)
export class BulkRetryResolver {
  @Requires("bulk.import")
  @Mutation(() => BulkImportPayload, {
    description:
      "Rehearses anew the rows of an ended import that came to nothing, and those alone; `startBulk` begins them.",
  })
  retryBulk(
    @Arg("input", () => BulkImportInput, { description: "Which import." }) input: BulkImportInput,
    @Ctx() request: RequestContext,
  ): Promise<BulkImportPayload> {
    return answeredWith(request, (context) => retryBulk(context, input.id));
  }

  @FieldResolver(() => [BulkFailedRowType], {
    description: "Rows that came to nothing, the first 100; all of them are in the file of errors.",
  })
  async failedRows(@Root() { row }: BulkImportType, @Ctx() request: RequestContext): Promise<BulkFailedRowType[]> {
    const rows = await signedIn(request).em.execute<Failed[]>(
      `select number as row, cells as raw, "column", message from bulk_row
       where import_id = ? and state in ('REFUSED', 'FAILED') and message is not null order by number limit ${failedShown}`,
      [row.id],
    );
    return rows.map(({ raw, ...rest }) => {
      const said = cellsOf(row, raw);
      const cells = bulkColumns[row.kind].flatMap(({ key }) =>
        said[key] === undefined ? [] : [{ column: key, value: said[key].slice(0, 200) }],
      );
      return { ...rest, cells };
    });
  }
}
