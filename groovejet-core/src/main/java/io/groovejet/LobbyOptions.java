package io.groovejet;

import io.groovejet.guard.Limits;
import io.groovejet.guard.OriginPolicy;
import io.groovejet.guard.TrustedProxies;
import io.groovejet.identity.ClientTokens;
import io.groovejet.room.HostElection;
import io.groovejet.room.RoomTimers;
import io.groovejet.store.RoomStore;
import io.groovejet.store.SnapshotStore;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What a lobby was built with. */
record LobbyOptions(
    Timekeeper timekeeper,
    Names names,
    RoomStore store,
    Bus bus,
    SnapshotStore snapshots,
    Executor executor,
    Executor relief,
    ClientTokens tokens,
    RoomTimers timers,
    Limits limits,
    OriginPolicy origins,
    TrustedProxies proxies,
    HostElection election,
    IceServers iceServers,
    Gate gate,
    @Nullable AppMessages appMessages,
    boolean urlDialect,
    Herald herald) {}
