// Sells a plan and prints each task as it happens. Node alone, no dependency:  node assign-plan.mjs [address]
const address = process.argv[2] ?? "http://localhost:4000";
const key = process.env.TIERLINE_KEY;
const credential = key ? { authorization: `Bearer ${key}` } : { cookie: "" };
async function ask(query, variables) {
  const body = JSON.stringify({ query, variables });
  const answer = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...credential },
    body,
  });
  if (!key) credential.cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? credential.cookie;
  const { data, errors } = await answer.json();
  const problems = errors ?? Object.values(data).flatMap((field) => field?.userErrors ?? []);
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join("\n"));
  return data;
}
if (!key)
  await ask(`mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { message } } }`, {
    input: {
      email: process.env.TIERLINE_EMAIL ?? "agent@acme.test",
      password: process.env.TIERLINE_PASSWORD ?? "demo-tierline",
    },
  });
const { customers, offering } = await ask(`{ customers(search: "+1234567890", first: 1) { nodes { id label } }
  offering(slug: "mobile-20gb") { id name requirements { template { id } } } }`);
const reservationIds = [];
for (const { template } of offering.requirements) {
  const input = { templateId: template.id, idempotencyKey: crypto.randomUUID() };
  const { reserveInventoryItem } = await ask(
    `mutation ($input: ReserveInventoryItemInput!) { reserveInventoryItem(input: $input) {
    reservation { id } userErrors { message } } }`,
    { input },
  );
  reservationIds.push(reserveInventoryItem.reservation.id);
}
const choice = { offeringId: offering.id, customerId: customers.nodes[0].id, reservationIds, autoRenew: true };
const { orderQuote } = await ask(
  `query ($input: OrderQuoteInput!) { orderQuote(input: $input) { fingerprint dueToday { amount currency } } }`,
  { input: choice },
);
console.log(
  `${offering.name} for ${customers.nodes[0].label}: ${orderQuote.dueToday.amount} ${orderQuote.dueToday.currency} today`,
);
const { placeOrder } = await ask(
  `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { run { id } userErrors { message } } }`,
  {
    input: { ...choice, quoteFingerprint: orderQuote.fingerprint, idempotencyKey: crypto.randomUUID() },
  },
);
const socket = new WebSocket(address.replace(/^http/, "ws") + "/graphql", {
  protocols: ["graphql-transport-ws"],
  headers: credential,
});
const send = (message) => socket.send(JSON.stringify(message));
const query = `subscription ($id: ID!) { provisioningRun(id: $id) { state completedTasks totalTasks tasks { title state } service { label: name } } }`;
let printed = "";
socket.onopen = () => send({ type: "connection_init" });
socket.onmessage = ({ data }) => {
  const { type, payload } = JSON.parse(data);
  if (type === "connection_ack")
    send({ id: "1", type: "subscribe", payload: { query, variables: { id: placeOrder.run.id } } });
  if (type !== "next") return;
  const run = payload.data.provisioningRun;
  const now = run.tasks.map((task) => `  ${task.state.padEnd(9)} ${task.title}`).join("\n");
  if (now !== printed) console.log(`${run.completedTasks} of ${run.totalTasks} tasks completed\n${now}`);
  printed = now;
  if (["QUEUED", "RUNNING", "WAITING"].includes(run.state)) return;
  console.log(`${run.state}: ${run.service.label}`);
  socket.close();
};
