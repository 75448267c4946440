import { onboardingTemplatesMax } from "@tierline/shared/limits.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { CustomerType } from "../customers/customer.type.ts";
import { OnboardingTemplateEntity } from "../customers/onboarding-template.entity.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { deleteOnboardingTemplate } from "./delete-template.ts";
import { findTemplates } from "./find-templates.ts";
import { saveOnboardingTemplate } from "./save-template.ts";
import { customersOfTemplate, templateVersionById } from "./template-loaders.ts";
import {
  CustomerTemplateType,
  DeleteTemplateInputType,
  DeleteTemplatePayloadType,
  OnboardingTemplateType,
  SaveTemplateInputType,
  SaveTemplatePayloadType,
  toCustomerTemplate,
  toTemplate,
} from "./template.type.ts";

@Resolver(() => OnboardingTemplateType)
export class OnboardingTemplateResolver {
  @Requires("customer.create")
  @Query(() => [OnboardingTemplateType], { description: "The templates of your reseller, by name; at most 100." })
  async onboardingTemplates(@Ctx() request: RequestContext): Promise<OnboardingTemplateType[]> {
    const context = signedIn(request);
    const rows = await context.em.find(
      OnboardingTemplateEntity,
      { path: resellerPathOf(context.viewer.path) },
      { disableIdentityMap: true, orderBy: { name: "asc" }, limit: onboardingTemplatesMax },
    );
    return (await findTemplates(context, rows)).map(toTemplate);
  }

  @Requires("customer_template.edit")
  @Mutation(() => SaveTemplatePayloadType, {
    description: "Makes a template, or changes what customers begin with who are created by it from now on.",
  })
  saveOnboardingTemplate(
    @Arg("input", () => SaveTemplateInputType, { description: "The template." }) input: SaveTemplateInputType,
    @Ctx() request: RequestContext,
  ): Promise<SaveTemplatePayloadType> {
    const context = signedIn(request);
    return answered(
      async () => {
        const id = await saveOnboardingTemplate(context, input);
        const rows = await context.em.find(OnboardingTemplateEntity, { id }, { disableIdentityMap: true });
        const [template] = await findTemplates(context, rows);
        return { onboardingTemplate: template === undefined ? null : toTemplate(template) };
      },
      { onboardingTemplate: null },
    );
  }

  @Requires("customer_template.edit")
  @Mutation(() => DeleteTemplatePayloadType, { description: "Deletes a template by which nobody was created." })
  deleteOnboardingTemplate(
    @Arg("input", () => DeleteTemplateInputType, { description: "Which template." }) input: DeleteTemplateInputType,
    @Ctx() request: RequestContext,
  ): Promise<DeleteTemplatePayloadType> {
    const context = signedIn(request);
    return answered(
      async () => {
        await deleteOnboardingTemplate(context, input);
        return { deletedId: input.id };
      },
      { deletedId: null },
    );
  }

  @FieldResolver(() => Int, { description: "How many customers were created by it." })
  async customerCount(@Root() { uuid }: OnboardingTemplateType, @Ctx() request: RequestContext): Promise<number> {
    return (await customersOfTemplate(request).load(uuid)) ?? 0;
  }
}

@Resolver(() => CustomerType)
export class CustomerTemplateResolver {
  @FieldResolver(() => CustomerTemplateType, {
    nullable: true,
    description: "The template by which it was created, as it was then; null without one.",
  })
  async onboardingTemplate(
    @Root() { row }: CustomerType,
    @Ctx() request: RequestContext,
  ): Promise<CustomerTemplateType | null> {
    if (row.templateVersion == null) return null;
    const found = await templateVersionById(request).load(row.templateVersion);
    return found === null ? null : toCustomerTemplate(found);
  }
}
