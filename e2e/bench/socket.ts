import { WebSocket } from "ws";

/** A socket that speaks graphql-transport-ws, once the server has taken it up; whatever comes after that goes to `read`. */
export function openSocket(url: string, cookie: string, read: (text: string) => void): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, "graphql-transport-ws", { headers: { cookie }, perMessageDeflate: false });
    socket.on("open", () => socket.send('{"type":"connection_init"}'));
    socket.on("error", reject);
    socket.on("close", (code, reason) => reject(new Error(`closed with ${code} ${String(reason)}`)));
    socket.on("message", (data: Buffer) => {
      const text = data.toString("utf8");
      if (text.startsWith('{"type":"connection_ack"')) resolve(socket);
      else read(text);
    });
  });
}

export function subscribeTo(socket: WebSocket, payload: object): void {
  socket.send(JSON.stringify({ id: "1", type: "subscribe", payload }));
}
