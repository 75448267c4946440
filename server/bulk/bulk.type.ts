import {
  bulkKinds,
  bulkRowStates,
  bulkStates,
  type BulkKind,
  type BulkRowState,
  type BulkState,
} from "@tierline/shared/bulk.ts";
import { encodeId } from "@tierline/shared/id.ts";
import type { PriceKind } from "@tierline/shared/kinds.ts";
import type { Sentence } from "@tierline/shared/sentence.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { PriceKindEnum } from "../catalog/catalog.enums.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { NodeType } from "../kernel/node.type.ts";
import { MoneyType } from "../kernel/money.type.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { BulkImportRow } from "./bulk.entity.ts";
import { keptUntil } from "./kept-until.ts";

export const BulkKindEnum = enumOf<BulkKind>(bulkKinds);
registerEnumType(BulkKindEnum, {
  name: "BulkKind",
  description: "What the rows of a file are.",
  valuesConfig: {
    CUSTOMERS: { description: "Customers to create." },
    INVENTORY: { description: "Items to take into stock." },
    PLANS: { description: "Plans to order for customers, with an item of each stock they need." },
    SUBSCRIBERS: { description: "People of customers to give a package, one each." },
    PACKAGE_CHANGES: { description: "Other packages for people who have one." },
    SUBSCRIBER_DELETIONS: { description: "People to take their package from, and to forget." },
    USERS: { description: "People of customers to invite; who has been is left as they are." },
    PRICES: { description: "Own prices of price lists; what a list asks for everything else stays." },
    SUSPENSIONS: { description: "Services to take off the network until they are resumed." },
    RESUMPTIONS: { description: "Services to bring back that a person has suspended." },
    TERMINATIONS: { description: "Services to end for good." },
  },
});

export const BulkStateEnum = enumOf<BulkState>(bulkStates);
registerEnumType(BulkStateEnum, {
  name: "BulkState",
  description: "How far an import is.",
  valuesConfig: {
    UPLOADED: { description: "The file is here; it was not said yet which column is what." },
    REHEARSING: { description: "It is being found out what each row would do." },
    REHEARSED: { description: "That is known; nothing was done." },
    RUNNING: { description: "Rows are being done." },
    PAUSED: { description: "No further row begins until it is resumed." },
    CANCELLED: { description: "The rest is not done any more." },
    DONE: { description: "Every row has come to its end." },
  },
});

export const BulkRowStateEnum = enumOf<BulkRowState>(bulkRowStates);
registerEnumType(BulkRowStateEnum, {
  name: "BulkRowState",
  description: "What has become of a row.",
  valuesConfig: {
    STAGED: { description: "Not looked at yet." },
    READY: { description: "It would go through." },
    REFUSED: { description: "It would be refused, and is not tried." },
    UNCHANGED: { description: "It was done before; doing it again would be a second one." },
    RUNNING: { description: "It is being done." },
    DONE: { description: "It is done." },
    FAILED: { description: "It was refused when its turn came, or its run has failed." },
    CANCELLED: { description: "The import was cancelled before its turn." },
  },
});

@ObjectType("BulkColumn", { description: "A column that a kind of import knows, and where the file has it." })
export class BulkColumnType {
  @Field(() => String, { description: "Its name, as a header may have it." })
  key: string;

  @Field(() => Boolean, { description: "Whether every row has to say it." })
  isRequired: boolean;

  @Field(() => Int, { nullable: true, description: "Place of the header that says it, from 0; null: none does." })
  header: number | null;

  @Field(() => String, { nullable: true, description: "What rows say that leave it empty." })
  default: string | null;
}

@ObjectType("BulkReplacement", { description: "A value of the file that stands for another." })
export class BulkReplacementType {
  @Field(() => String, { description: "In which column." })
  column: string;

  @Field(() => String, { description: "What the file says." })
  from: string;

  @Field(() => String, { description: "What is meant." })
  to: string;
}

@ObjectType("BulkCount", { description: "How many rows are in a state." })
export class BulkCountType {
  @Field(() => BulkRowStateEnum, { description: "The state." })
  state: BulkRowState;

  @Field(() => Int, { description: "How many." })
  count: number;
}

@ObjectType("BulkProblem", { description: "What is wrong with rows in the same way." })
export class BulkProblemType {
  @Field(() => String, { description: "What kind of refusal it is, as the verb for one of them would say it." })
  code: string;

  @Field(() => String, { nullable: true, description: "The column it is about." })
  column: string | null;

  @Field(() => String, { description: "Of the first such row, in the language of the request." })
  message: Sentence;

  @Field(() => Int, { description: "How many rows." })
  count: number;

  @Field(() => [Int], { description: "The first of them, counted from 1 under the header." })
  firstRows: number[];

  @Field(() => [String], { description: "What they say in that column; at most ten." })
  values: string[];
}

@ObjectType("BulkStock", { description: "What the rows need of one stock." })
export class BulkStockType {
  @Field(() => ID, { description: "Id of the template." })
  templateId: string;

  @Field(() => String, { description: "What it is called." })
  label: string;

  @Field(() => Int, { description: "How many items the ready rows take." })
  needed: number;

  @Field(() => Int, { description: "How many were free at the rehearsal." })
  available: number;
}

@ObjectType("BulkPriceMove", { description: "A price that a row changes." })
export class BulkPriceMoveType {
  @Field(() => Int, { description: "The row, counted from 1 under the header." })
  row: number;

  @Field(() => String, { description: "Name of the price list." })
  priceList: string;

  @Field(() => String, { description: "Name of the offering." })
  offering: string;

  @Field(() => PriceKindEnum, { description: "Which of its amounts." })
  kind: PriceKind;

  @Field(() => MoneyType, { nullable: true, description: "What is asked until then; null: nothing." })
  before: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: "What is asked from then on; null: nothing." })
  after: MoneyType | null;
}

@ObjectType("BulkImport", {
  implements: NodeType,
  description: "A file of many things to do: rehearsed first, then done row by row.",
})
export class BulkImportType extends NodeType {
  readonly row: BulkImportRow;

  @Field(() => BulkKindEnum, { description: "What its rows are." })
  kind: BulkKind;

  @Field(() => BulkStateEnum, { description: "How far it is." })
  state: BulkState;

  @Field(() => String, { description: "What the file was called." })
  fileName: string;

  @Field(() => [String], { description: "The first line of the file." })
  headers: string[];

  @Field(() => Int, { description: "How many rows follow it." })
  rowCount: number;

  @Field(() => [BulkReplacementType], { description: "Values that stand for others." })
  replacements: BulkReplacementType[];

  @Field(() => [BulkStockType], { description: "What the ready rows need from stock." })
  stock: BulkStockType[];

  @Field(() => [MoneyType], { description: "What is due today for the ready rows, by currency." })
  money: MoneyType[];

  @Field(() => Int, {
    nullable: true,
    description: "At most so many rows a minute; null: as many as there is room for.",
  })
  ratePerMinute: number | null;

  @Field(() => String, { nullable: true, description: "Why it stands still though nobody has paused it." })
  halt: Sentence | null;

  @Field(() => String, { description: "Whose rights the rows are done with." })
  startedBy: string;

  @Field(() => Date, { description: "When the file was handed in." })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was begun." })
  startedAt: Date | null;

  @Field(() => Date, { nullable: true, description: "When it came to its end." })
  endedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "From when on its rows are deleted; counts and the audit trail stay. Null until it has ended.",
  })
  rowsKeptUntil: Date | null;

  @Field(() => Date, { nullable: true, description: "When its rows were deleted." })
  rowsDeletedAt: Date | null;
}

export function toBulkImport(row: BulkImportRow): BulkImportType {
  const { kind, state, fileName, headers, rowCount, replacements, stock, money } = row;
  return Object.assign(new BulkImportType(), {
    row,
    id: encodeId("blk", row.id),
    kind,
    state,
    fileName,
    headers,
    rowCount,
    replacements,
    stock: stock.map((need) => ({ ...need, templateId: encodeId("tpl", need.templateId) })),
    money: Object.entries(money).map(([currency, micros]) => ({ currency, micros: BigInt(micros) })),
    ratePerMinute: row.ratePerMinute ?? null,
    halt: row.halt ?? null,
    startedBy: row.userName,
    createdAt: row.createdAt,
    startedAt: row.startedAt ?? null,
    endedAt: row.endedAt ?? null,
    rowsKeptUntil: row.endedAt == null ? null : keptUntil(row.endedAt),
    rowsDeletedAt: row.rowsDeletedAt ?? null,
  });
}

@InputType("BulkMappingInput", { description: "Which header says a column." })
export class BulkMappingInput {
  @Field(() => String, { description: "The column." })
  column: string;

  @Field(() => Int, { description: "Place of the header, from 0." })
  header: number;
}

@InputType("BulkDefaultInput", { description: "What rows say that leave a column empty." })
export class BulkDefaultInput {
  @Field(() => String, { description: "The column." })
  column: string;

  @Field(() => String, { description: "What they say." })
  value: string;
}

@InputType("BulkReplacementInput", { description: "A value of the file that stands for another." })
export class BulkReplacementInput {
  @Field(() => String, { description: "In which column." })
  column: string;

  @Field(() => String, { description: "What the file says." })
  from: string;

  @Field(() => String, { description: "What is meant." })
  to: string;
}

@InputType("PlanBulkInput", { description: "Which column is what." })
export class PlanBulkInput {
  @Field(() => ID, { description: "Id of the import." })
  id: string;

  @Field(() => [BulkMappingInput], { description: "Which header says which column." })
  mapping: BulkMappingInput[];

  @Field(() => [BulkDefaultInput], { nullable: true, description: "What rows say that leave a column empty." })
  defaults?: BulkDefaultInput[] | null;

  @Field(() => [BulkReplacementInput], { nullable: true, description: "Values that stand for others." })
  replacements?: BulkReplacementInput[] | null;
}

@InputType("StartBulkInput", { description: "How to begin." })
export class StartBulkInput {
  @Field(() => ID, { description: "Id of the import." })
  id: string;

  @Field(() => Int, {
    nullable: true,
    description: "At most so many rows a minute, 1 to 6,000; as many as there is room for without it.",
  })
  ratePerMinute?: number | null;
}

@InputType("BulkImportInput", { description: "Which import." })
export class BulkImportInput {
  @Field(() => ID, { description: "Id of the import." })
  id: string;
}

@ObjectType("BulkImportPayload", { description: "The import as it is now, or why it was refused." })
export class BulkImportPayload {
  @Field(() => BulkImportType, { nullable: true, description: "The import; null when refused." })
  bulkImport: BulkImportType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when done." })
  userErrors: UserErrorType[];
}
