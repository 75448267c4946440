import { CredentialEntity, SessionEntity, UserEntity } from "./user.entity.ts";

export const identity = { entities: [UserEntity, CredentialEntity, SessionEntity], resolvers: [] };
