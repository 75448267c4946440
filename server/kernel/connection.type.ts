import { type ClassType, Field, Int, ObjectType } from "type-graphql";

@ObjectType("PageInfo", { description: "Whether there is more, and from where to go on." })
export class PageInfoType {
  @Field(() => Boolean, { description: "True when a further page exists." })
  hasNextPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Hand it in as `after` to get the next page. Null on an empty page.",
  })
  endCursor: string | null;
}

@ObjectType("TotalCount", { description: "How many there are in all: exact up to 10,000, an estimate beyond." })
export class TotalCountType {
  @Field(() => Int, { description: "The count." })
  value: number;

  @Field(() => Boolean, { description: "True when the value is a rounded estimate." })
  isEstimate: boolean;
}

export interface EdgeOf<T> {
  cursor: string;
  node: T;
}

export interface ConnectionOf<T> {
  edges: readonly EdgeOf<T>[];
  nodes: readonly T[];
  pageInfo: PageInfoType;
}

/** A Relay connection, forward only: `const CustomerConnectionBase = connectionOf("Customer", () => CustomerType)`; extend it to add fields. */
export function connectionOf<T extends object>(
  name: string,
  node: () => ClassType<T> | object,
): ClassType<ConnectionOf<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page with its place in the list.` })
  class Edge {
    @Field(() => String, { description: "The place of this node in the list." })
    cursor: string;

    @Field(node as () => ClassType<T>, { description: "The node itself." })
    node: T;
  }

  @ObjectType()
  abstract class Connection {
    @Field(() => [Edge], { description: "The page with a cursor for each node." })
    edges: Edge[];

    @Field(() => [node()] as [ClassType<T>], { description: "The page without cursors." })
    nodes: T[];

    @Field(() => PageInfoType, { description: "Whether there is more." })
    pageInfo: PageInfoType;
  }
  return Connection as unknown as ClassType<ConnectionOf<T>>; // an abstract class is a class to extend
}

const exactUpTo = 10_000;

/** `counted` is the result of counting at most 10,001 rows. */
export function toTotalCount(counted: number): TotalCountType {
  return counted > exactUpTo ? { value: exactUpTo, isEstimate: true } : { value: counted, isEstimate: false };
}

/** Counting stops there: `select count(*) from (select 1 … limit 10001)`. */
export const countLimit = exactUpTo + 1;
