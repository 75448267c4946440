import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTimeISO } from "graphql-scalars";

const decimalPattern = /^-?\d{1,15}(\.\d{1,12})?$/;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

function parsed(name: string, text: unknown, isValid: (text: string) => boolean, example: string): string {
  if (typeof text === "string" && isValid(text)) return text;
  throw new GraphQLError(`${name} expects a string such as "${example}".`, { extensions: { code: "BAD_USER_INPUT" } });
}

function textScalar(
  name: string,
  description: string,
  example: string,
  isValid: (text: string) => boolean,
): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: (value) => parsed(name, value, isValid, example),
    parseLiteral: (node) => parsed(name, node.kind === Kind.STRING ? node.value : null, isValid, example),
  });
}

function isCalendarDate(text: string): boolean {
  if (!datePattern.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export const DecimalScalar = textScalar(
  "Decimal",
  'An exact decimal number as a string, e.g. "15.00". Never a float: nothing is lost on the way.',
  "15.00",
  (text) => decimalPattern.test(text),
);

export const DateScalar = textScalar(
  "Date",
  'A calendar day, e.g. "2026-12-21", in the time zone of the reseller it belongs to.',
  "2026-12-21",
  isCalendarDate,
);

export const PhoneNumberScalar = textScalar(
  "PhoneNumber",
  'A number of the inventory: E.164 out ("+447700900123"), any usual spelling in.',
  "+44 7700 900123",
  (text) => text.length <= 40 && /\d/.test(text),
);

/** An instant, ISO 8601 with milliseconds, UTC. */
export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: "DateTime",
  description: 'An instant, ISO 8601 in UTC with milliseconds, e.g. "2026-12-21T09:30:00.000Z".',
});
