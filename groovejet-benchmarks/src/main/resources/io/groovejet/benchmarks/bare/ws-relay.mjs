// A bare relay on npm ws: /?room=7&seat=000 is a host, whose texts begin with the seat they are for.
import { WebSocketServer } from "ws";

const rooms = new Map();
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
      room[Number(data.toString("latin1", 0, 3))]?.send(data.subarray(3), { binary: false });
    } else {
      room[0]?.send(data, { binary: false });
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
