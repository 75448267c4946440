import { ContactEntity, CustomerTokenEntity, PaymentMethodEntity, SiteEntity } from "./customer-parts.entity.ts";
import { CustomerEntity } from "./customer.entity.ts";

export const customers = {
  entities: [CustomerEntity, ContactEntity, SiteEntity, PaymentMethodEntity, CustomerTokenEntity],
  resolvers: [],
};
