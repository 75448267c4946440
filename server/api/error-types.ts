import { Field, Int, ObjectType } from "type-graphql";
import { MoneyType } from "../kernel/money.type.ts";
import { RuleErrorType, UserErrorType } from "../kernel/user-error.type.ts";

@ObjectType("PriceChangedError", {
  implements: UserErrorType,
  description:
    "The price, a term or the playbook changed since the quote. Quote again, show the difference, then order.",
})
class PriceChangedErrorType extends UserErrorType {
  @Field(() => MoneyType, { description: "Total due today as it was quoted." })
  oldDueToday: MoneyType;

  @Field(() => MoneyType, { description: "Total due today as it is now." })
  newDueToday: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: "Recurring price as it was quoted." })
  oldRecurring: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: "Recurring price as it is now." })
  newRecurring: MoneyType | null;
}

@ObjectType("LimitExceededError", { implements: UserErrorType, description: "A limit is reached." })
class LimitExceededErrorType extends UserErrorType {
  @Field(() => Int, { description: "The limit." })
  limit: number;

  @Field(() => Int, { description: "How much of it is used." })
  used: number;
}

@ObjectType("InUseError", { implements: UserErrorType, description: "Something still refers to it." })
class InUseErrorType extends UserErrorType {
  @Field(() => Int, { description: "How many offerings refer to it." })
  offerings: number;
}

@ObjectType("TemplateInUseError", { implements: UserErrorType, description: "Customers were created by the template." })
class TemplateInUseErrorType extends UserErrorType {
  @Field(() => Int, { description: "How many." })
  customers: number;
}

@ObjectType("MissingDependencyError", {
  implements: UserErrorType,
  description: "A package or add-on goes with others, of which none is there.",
})
class MissingDependencyErrorType extends UserErrorType {
  @Field(() => [String], { description: "Keys of packages: one of them has to be there." })
  needs: string[];
}

@ObjectType("PackageInUseError", { implements: UserErrorType, description: "People have the package." })
class PackageInUseErrorType extends UserErrorType {
  @Field(() => Int, { description: "How many." })
  users: number;
}

@ObjectType("DependentsError", { implements: UserErrorType, description: "Something still belongs to it." })
class DependentsErrorType extends UserErrorType {
  @Field(() => Int, { description: "Services that have not ended." })
  services: number;

  @Field(() => Int, { description: "Phone numbers that it has." })
  numbers: number;
}

@ObjectType("NonzeroBalanceError", {
  implements: UserErrorType,
  description: "Somebody still owes the other something.",
})
class NonzeroBalanceErrorType extends UserErrorType {
  @Field(() => MoneyType, { description: "The balance; negative where the buyer owes." })
  balance: MoneyType;
}

/** Refusals that carry data, reachable only through the UserError interface. */
export const GenericErrorTypes = [
  RuleErrorType,
  PriceChangedErrorType,
  LimitExceededErrorType,
  InUseErrorType,
  TemplateInUseErrorType,
  MissingDependencyErrorType,
  PackageInUseErrorType,
  DependentsErrorType,
  NonzeroBalanceErrorType,
] as const;
