// Receives webhooks and prints them, by Standard Webhooks 1.0, with nothing but Node: TIERLINE_WEBHOOK_SECRET is the endpoint's `whsec_…`.
//   node receive-webhooks.mjs [port]
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const key = Buffer.from((process.env.TIERLINE_WEBHOOK_SECRET ?? "").replace("whsec_", ""), "base64");
const toleranceSeconds = 300;
const seen = new Set(); // of a real receiver, in its database: a message may come twice

/** The signature covers the id and the time, so that nobody can send an old message again. */
function isGenuine(headers, body) {
  const [id, time, signatures] = ["id", "timestamp", "signature"].map((name) => headers[`webhook-${name}`] ?? "");
  if (!(Math.abs(Date.now() / 1_000 - Number(time)) < toleranceSeconds)) return false;
  const mine = createHmac("sha256", key).update(`${id}.${time}.${body}`).digest();
  return signatures.split(" ").some((each) => {
    const [version, text = ""] = each.split(",");
    const theirs = Buffer.from(text, "base64");
    return version === "v1" && theirs.length === mine.length && timingSafeEqual(theirs, mine);
  });
}

const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  if (!isGenuine(request.headers, body)) return response.writeHead(401).end();
  response.writeHead(204).end(); // at once; what takes long is done afterwards
  const id = request.headers["webhook-id"];
  if (seen.has(id)) return;
  seen.add(id);
  const { type, data } = JSON.parse(body);
  console.log(`${type} ${data.id}`);
});
server.listen(Number(process.argv[2] ?? 8080), () => console.log(`listening on ${server.address().port}`));
