import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import {
  AddHostnameInputType,
  BrandPayloadType,
  BrandType,
  DiscardBrandDraftInputType,
  HostnameInputType,
  PublishBrandInputType,
  RevertBrandInputType,
  SaveBrandInputType,
  SetBrandLogoInputType,
  SetHostnameFeeInputType,
} from "./brand.type.ts";
import { addHostname, hostnameById, removeHostname, setHostnameFee } from "./hostnames.ts";
import { checkHostname } from "./prove-hostname.ts";
import { discardBrandDraft, publishBrand, revertBrand } from "./publish-brand.ts";
import { readBrand } from "./read-brand.ts";
import { saveBrand, setBrandLogo } from "./save-brand.ts";

@Resolver(() => BrandType)
export class BrandResolver {
  @Requires("brand.edit")
  @Query(() => BrandType, {
    description: "How your own reseller shows itself to its customers, and under which host names.",
  })
  brand(@Ctx() request: RequestContext): Promise<BrandType> {
    return readBrand(signedIn(request));
  }

  @Requires("brand.edit")
  @Mutation(() => BrandPayloadType, {
    description: "Keeps how your reseller would look; nobody else sees it before it is published.",
  })
  saveBrand(
    @Arg("input", () => SaveBrandInputType, { description: "All of it but the logos." }) input: SaveBrandInputType,
    @Ctx() request: RequestContext,
  ): Promise<BrandPayloadType> {
    return afterwards(request, (context) => saveBrand(context, input));
  }

  @Requires("brand.edit")
  @Mutation(() => BrandPayloadType, {
    description: "Gives the draft a logo, or none. Of the file only the picture is kept.",
  })
  setBrandLogo(
    @Arg("input", () => SetBrandLogoInputType, { description: "Which, and the picture." }) input: SetBrandLogoInputType,
    @Ctx() request: RequestContext,
  ): Promise<BrandPayloadType> {
    return afterwards(request, (context) => setBrandLogo(context, input));
  }

  @Requires("brand.edit")
  @Mutation(() => BrandPayloadType, { description: "Shows the draft to your customers." })
  publishBrand(
    @Arg("input", () => PublishBrandInputType, { description: "What is said of it." }) input: PublishBrandInputType,
    @Ctx() request: RequestContext,
  ): Promise<BrandPayloadType> {
    return afterwards(request, (context) => publishBrand(context, input.note ?? null));
  }

  @Requires("brand.edit")
  @Mutation(() => BrandPayloadType, { description: "Shows again what was shown once, as a new version." })
  revertBrand(
    @Arg("input", () => RevertBrandInputType, { description: "Which." }) input: RevertBrandInputType,
    @Ctx() request: RequestContext,
  ): Promise<BrandPayloadType> {
    return afterwards(request, (context) => revertBrand(context, input.id, input.note ?? null));
  }

  @Requires("brand.edit")
  @Mutation(() => BrandPayloadType, { description: "Gives up the draft." })
  discardBrandDraft(
    @Arg("input", () => DiscardBrandDraftInputType, { description: "Which." }) input: DiscardBrandDraftInputType,
    @Ctx() request: RequestContext,
  ): Promise<BrandPayloadType> {
    return afterwards(request, (context) => discardBrandDraft(context, input.version ?? null));
  }

  @Requires("brand.edit")
  @Mutation(() => BrandPayloadType, {
    description: "Begins to wait for a host name's proof. What it costs is charged once, when it is proved.",
  })
  addHostname(
    @Arg("input", () => AddHostnameInputType, { description: "Which." }) input: AddHostnameInputType,
    @Ctx() request: RequestContext,
  ): Promise<BrandPayloadType> {
    return afterwards(request, (context) => addHostname(context, input.host));
  }

  @Requires("brand.edit")
  @Mutation(() => BrandPayloadType, { description: "Asks the name servers about a host name now." })
  checkHostname(
    @Arg("input", () => HostnameInputType, { description: "Which." }) input: HostnameInputType,
    @Ctx() request: RequestContext,
  ): Promise<BrandPayloadType> {
    return afterwards(request, async (context) => checkHostname(context, await hostnameById(context, input.id)));
  }

  @Requires("brand.edit")
  @Mutation(() => BrandPayloadType, {
    description: "Serves no more under a host name. What was charged for it stays charged.",
  })
  removeHostname(
    @Arg("input", () => HostnameInputType, { description: "Which." }) input: HostnameInputType,
    @Ctx() request: RequestContext,
  ): Promise<BrandPayloadType> {
    return afterwards(request, (context) => removeHostname(context, input.id));
  }

  @Requires("balance.change")
  @Mutation(() => BrandPayloadType, {
    description: "Says what those you sell to pay once for a host name; for names that are proved from now on.",
  })
  setHostnameFee(
    @Arg("input", () => SetHostnameFeeInputType, { description: "How much." }) input: SetHostnameFeeInputType,
    @Ctx() request: RequestContext,
  ): Promise<BrandPayloadType> {
    return afterwards(request, (context) => setHostnameFee(context, input.amount));
  }
}

function afterwards(
  request: RequestContext,
  change: (context: Context) => Promise<unknown>,
): Promise<BrandPayloadType> {
  const context = signedIn(request);
  const changed = async () => {
    await change(context);
    return { brand: await readBrand(context) };
  };
  return answered(changed, { brand: null });
}
