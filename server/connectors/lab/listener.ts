import type { AddressInfo, Server, Socket } from "node:net";

const host = "127.0.0.1";
const reopenAttempts = 40;
const reopenDelayMs = 50;

/** A port that can really refuse: while it does, nobody listens there. */
export interface Listener {
  readonly port: number;
  refuse(isRefusing: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Opens a server on the port, or on any free one when the port is 0 or taken and `isFixed` is false. */
export async function openListener(server: Server, wishedPort: number, isFixed: boolean): Promise<Listener> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy()); // whoever hangs up in the middle only ends its own connection
  });
  try {
    await listen(server, wishedPort);
  } catch (error) {
    if (isFixed || wishedPort === 0) throw error;
    await listen(server, 0);
  }
  const { port } = server.address() as AddressInfo; // a TCP server that listens has an address with a port
  const shut = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    port,
    async refuse(isRefusing) {
      if (isRefusing) await shut();
      else if (!server.listening) await reopen(server, port);
    },
    close: shut,
  };
}

/** While the port was free somebody may have used it for a moment, for an outgoing connection say. */
async function reopen(server: Server, port: number): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await listen(server, port);
      return;
    } catch (error) {
      if (attempt === reopenAttempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, reopenDelayMs));
    }
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
