// A relay on npm ws: /?room=7&seat=000 is a host, whose texts begin with the seat they are for.
// With "json" as its argument it parses each text, says who sent it, and writes it anew.
import { WebSocketServer } from "ws";

const rooms = new Map();
const rewrites = process.argv[2] === "json";

function text(data, seat) {
  if (!rewrites) {
    return data;
  }
  const message = JSON.parse(data);
  message.data.clientId = `00000000-0000-4000-8000-${String(seat).padStart(12, "0")}`;
  return JSON.stringify(message);
}

const server = new WebSocketServer({ port: 0, host: "127.0.0.1", backlog: 4096, perMessageDeflate: false });

server.on("connection", (socket, request) => {
  const query = new URL(request.url, "ws://localhost").searchParams;
  const name = query.get("room");
  const seat = Number(query.get("seat"));
  const room = rooms.get(name) ?? [];
  rooms.set(name, room);
  room[seat] = socket;
  socket.on("message", (data) => {
    if (seat === 0) {
      room[Number(data.toString("latin1", 0, 3))]?.send(text(data.subarray(3), seat), { binary: false });
    } else {
      room[0]?.send(text(data, seat), { binary: false });
    }
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    if (room[seat] === socket) {
      room[seat] = undefined;
    }
  });
});
server.on("listening", () => console.log(`READY http://127.0.0.1:${server.address().port}/`));
