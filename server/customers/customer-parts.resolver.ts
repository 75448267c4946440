import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { addContact } from "./add-contact.ts";
import { addSite } from "./add-site.ts";
import { contactById, customerNow, siteById } from "./customer-loaders.ts";
import { toContact, toSite } from "./customer-parts.type.ts";
import {
  AddContactInputType,
  AddContactPayloadType,
  AddSiteInputType,
  AddSitePayloadType,
  RemoveContactInputType,
  RemoveContactPayloadType,
  UpdateContactInputType,
  UpdateContactPayloadType,
  UpdateSiteInputType,
  UpdateSitePayloadType,
} from "./customer-payloads.type.ts";
import { removeContact } from "./remove-contact.ts";
import { updateContact } from "./update-contact.ts";
import { updateSite } from "./update-site.ts";

const noContact = { customer: null, contact: null };
const noSite = { customer: null, site: null };

@Resolver()
export class CustomerPartsResolver {
  @Requires("contact.edit")
  @Mutation(() => AddContactPayloadType, { description: "Adds a contact to a customer." })
  addContact(
    @Arg("input", () => AddContactInputType, { description: "The contact." }) input: AddContactInputType,
    @Ctx() request: RequestContext,
  ): Promise<AddContactPayloadType> {
    const context = signedIn(request);
    return answered(async () => contactPayload(request, context, await addContact(context, input)), noContact);
  }

  @Requires("contact.edit")
  @Mutation(() => UpdateContactPayloadType, { description: "Replaces what is known of a contact." })
  updateContact(
    @Arg("input", () => UpdateContactInputType, { description: "The contact as it shall be." })
    input: UpdateContactInputType,
    @Ctx() request: RequestContext,
  ): Promise<UpdateContactPayloadType> {
    const context = signedIn(request);
    return answered(async () => contactPayload(request, context, await updateContact(context, input)), noContact);
  }

  @Requires("contact.edit")
  @Mutation(() => RemoveContactPayloadType, {
    description: "Removes a contact; orders that named it keep everything else.",
  })
  removeContact(
    @Arg("input", () => RemoveContactInputType, { description: "Which contact." }) input: RemoveContactInputType,
    @Ctx() request: RequestContext,
  ): Promise<RemoveContactPayloadType> {
    const context = signedIn(request);
    return answered(
      async () => ({ customer: await customerNow(request, context, await removeContact(context, input)) }),
      { customer: null },
    );
  }

  @Requires("contact.edit")
  @Mutation(() => AddSitePayloadType, { description: "Adds a site to a customer." })
  addSite(
    @Arg("input", () => AddSiteInputType, { description: "The site." }) input: AddSiteInputType,
    @Ctx() request: RequestContext,
  ): Promise<AddSitePayloadType> {
    const context = signedIn(request);
    return answered(async () => sitePayload(request, context, await addSite(context, input)), noSite);
  }

  @Requires("contact.edit")
  @Mutation(() => UpdateSitePayloadType, { description: "Replaces what is known of a site." })
  updateSite(
    @Arg("input", () => UpdateSiteInputType, { description: "The site as it shall be." }) input: UpdateSiteInputType,
    @Ctx() request: RequestContext,
  ): Promise<UpdateSitePayloadType> {
    const context = signedIn(request);
    return answered(async () => sitePayload(request, context, await updateSite(context, input)), noSite);
  }
}

async function contactPayload(
  request: RequestContext,
  context: Context,
  { customerId, contactId }: { customerId: string; contactId: string },
) {
  const row = await contactById(request).clear(contactId).load(contactId);
  invariant(row !== null, "the verb answered with a contact that exists");
  return { customer: await customerNow(request, context, customerId), contact: toContact(row) };
}

async function sitePayload(
  request: RequestContext,
  context: Context,
  { customerId, siteId }: { customerId: string; siteId: string },
) {
  const row = await siteById(request).clear(siteId).load(siteId);
  invariant(row !== null, "the verb answered with a site that exists");
  return { customer: await customerNow(request, context, customerId), site: toSite(row) };
}
