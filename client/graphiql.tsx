import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";
import { createGraphiQLFetcher } from "@graphiql/toolkit";

const first = `# Sign in to the console first: this page uses the same session.
# Every field says which permission it requires.
query WhoAmI {
  viewer {
    user { name role }
    reseller { name }
    permissions
  }
}
`;

const fetcher = createGraphiQLFetcher({
  url: "/graphql",
  wsClient: createClient({ url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql` }),
});

createRoot(document.getElementById("root")!).render(<GraphiQL fetcher={fetcher} defaultQuery={first} />);
