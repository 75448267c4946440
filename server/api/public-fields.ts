/** Root fields that anyone may ask, and why. The list may only shrink. */
export const publicRootFields: ReadonlyMap<string, string> = new Map([
  ["Query.viewer", "answers null when nobody is signed in"],
  ["Mutation.signIn", "this is how one becomes somebody"],
  ["Mutation.startPasskeySignIn", "asks for a passkey, whosever it is"],
  ["Mutation.completeSignIn", "the token proves the first half, and the factor the second"],
  ["Mutation.startIdentityProof", "tells the holder of a session what they may prove themselves with"],
  ["Mutation.proveIdentity", "proves that whoever holds a session is its person, and gives nothing else"],
  ["Mutation.signOut", "ends one's own session and nothing else"],
  ["Query.invitation", "tells who was invited to whoever holds the link"],
  ["Mutation.acceptInvitation", "the link proves who it is"],
  ["Mutation.requestPasswordReset", "answers the same whether there is an account or not"],
  ["Mutation.resetPassword", "the link proves who it is"],
  ["Mutation.confirmEmailChange", "the link proves that the address is theirs, in whichever browser it is opened"],
  ["Mutation.stopActing", "makes one's own session one's own again and nothing else"],
  ["Query.node", "each kind of node is guarded by the permission of its own module"],
  ["Query.nodes", "as node"],
]);
