// How a page finds its room, as README shows it.

export async function arrive(lobby, code) {
  const room = code
    ? await lobby.joinRoom(code, { canHost: true }) // the link's room; ours again if we had a seat in it
    : (await lobby.rejoin({ canHost: true })) ?? // a reload finds its way back
      (await lobby.createRoom({ maxClients: 8 }));
  return room;
}
