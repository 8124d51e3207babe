package io.groovejet;

import io.groovejet.guard.Limits;
import io.groovejet.guard.OriginPolicy;
import io.groovejet.guard.TrustedProxies;
import io.groovejet.identity.ClientTokens;
import io.groovejet.room.HostElection;
import io.groovejet.room.RoomTimers;
import io.groovejet.store.InMemoryRoomStore;
import io.groovejet.store.InMemorySnapshotStore;
import io.groovejet.store.RoomStore;
import io.groovejet.store.SnapshotStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Collects what a lobby is to be built with; whatever is not said stays at its default. */
public final class LobbyBuilder {

  private RoomTimers timers = RoomTimers.ofDefaults();
  private Limits limits = Limits.ofDefaults();
  private OriginPolicy origins = OriginPolicy.sameHost();
  private TrustedProxies proxies = TrustedProxies.none();
  private HostElection election = HostElection.byPriority();
  private IceServers iceServers = IceServers.none();
  private Admission admission = new Admission() {};
  private Duration admissionDeadline = Duration.ofSeconds(5);
  private @Nullable AppMessages appMessages; // nobody hears them, if not given
  private boolean urlDialect = true;
  private Duration tokenValidity = Duration.ofHours(24);
  private byte @Nullable [] tokenKey; // drawn when the lobby is built, if not given
  private List<byte[]> olderTokenKeys = List.of();
  private RoomStore store = new InMemoryRoomStore();
  private SnapshotStore snapshots = InMemorySnapshotStore.ofDefaults();
  private Bus bus = (node, room, effect) -> {};
  private Executor executor = new CallingThread();
  private Executor relief = new ReliefThread(executor);
  private @Nullable Timekeeper timekeeper; // the machine's, if not given
  private Names names = new SecureNames();
  private final List<BiConsumer<Herald, Executor>> listeners = new ArrayList<>();

  LobbyBuilder() {}

  /** How long rooms wait for what; by default as the protocol says. */
  public LobbyBuilder timers(RoomTimers newTimers) {
    timers = newTimers;
    return this;
  }

  /** How much is taken from one client; by default as the protocol says. */
  public LobbyBuilder limits(Limits newLimits) {
    limits = newLimits;
    return this;
  }

  /** Which pages may connect; by default those of the same host and port. */
  public LobbyBuilder origins(OriginPolicy policy) {
    origins = policy;
    return this;
  }

  /** Whose word about a client's address counts; by default nobody's. */
  public LobbyBuilder trustedProxies(TrustedProxies newProxies) {
    proxies = newProxies;
    return this;
  }

  /** Who is asked first when a room needs a host; by default as the protocol says. */
  public LobbyBuilder hostElection(HostElection newElection) {
    election = newElection;
    return this;
  }

  /** Which STUN and TURN servers clients are told of; by default none. */
  public LobbyBuilder iceServers(IceServers servers) {
    iceServers = servers;
    return this;
  }

  /** Who is asked before anybody connects, opens a room, joins one or hosts; within 5 seconds. */
  public LobbyBuilder admission(Admission newAdmission) {
    return admission(newAdmission, admissionDeadline);
  }

  /**
   * Who is asked before anybody connects, opens a room, joins one or hosts; by default nobody.
   *
   * @param deadline how long an answer may take; then it is no
   */
  public LobbyBuilder admission(Admission newAdmission, Duration deadline) {
    admission = newAdmission;
    admissionDeadline = deadline;
    return this;
  }

  /** Who hears what clients say to the backend; by default such messages are not known. */
  public LobbyBuilder appMessages(AppMessages hearer) {
    appMessages = hearer;
    return this;
  }

  /** Whether the URL dialect is spoken; by default it is. */
  public LobbyBuilder urlDialect(boolean spoken) {
    urlDialect = spoken;
    return this;
  }

  /**
   * The key that signs client tokens; by default a random one per lobby, so that tokens end with
   * it.
   *
   * @param key at least {@value ClientTokens#MIN_KEY_BYTES} secret bytes, copied
   */
  public LobbyBuilder tokenKey(byte[] key) {
    return tokenKeys(key);
  }

  /**
   * The key that signs client tokens, and others that signed them before: to replace a key, name
   * the old one behind the new one until {@linkplain #tokenValidity its tokens} have expired.
   *
   * @param signing at least {@value ClientTokens#MIN_KEY_BYTES} secret bytes, copied
   * @param older the same of each
   */
  public LobbyBuilder tokenKeys(byte[] signing, byte[]... older) {
    tokenKey = signing.clone();
    olderTokenKeys = Arrays.stream(older).map(byte[]::clone).toList();
    return this;
  }

  /** How long a client token proves something; by default 24 hours. */
  public LobbyBuilder tokenValidity(Duration validity) {
    tokenValidity = validity;
    return this;
  }

  /** Where rooms are kept; by default in memory. The store must not block. */
  public LobbyBuilder store(RoomStore newStore) {
    store = newStore;
    return this;
  }

  /**
   * Where snapshots are kept; by default in memory, 256 MiB or a quarter of the heap at most.
   * Blocks as rooms do.
   */
  public LobbyBuilder snapshots(SnapshotStore newSnapshots) {
    snapshots = newSnapshots;
    return this;
  }

  /**
   * Where rooms are kept, if that may block.
   *
   * @param blockingExecutor runs all work on rooms, so that no thread of a transport waits; what it
   *     refuses is done by the thread that brings it
   */
  public LobbyBuilder store(RoomStore newStore, Executor blockingExecutor) {
    store = newStore;
    executor = new NeverRefusing(blockingExecutor);
    relief = executor;
    return this;
  }

  /** The way to the other lobbies that share the store; by default there are none. */
  public LobbyBuilder bus(Bus newBus) {
    bus = newBus;
    return this;
  }

  /** The time to go by; by default the machine's. For tests. */
  public LobbyBuilder timekeeper(Timekeeper newTimekeeper) {
    timekeeper = newTimekeeper;
    return this;
  }

  /** Where ids, codes and keys are drawn; by default from a secure generator. For tests. */
  public LobbyBuilder names(Names newNames) {
    names = newNames;
    return this;
  }

  /** Who is told what happens, on a daemon thread of its own; may be called for several. */
  public LobbyBuilder listener(LobbyListener listener) {
    listeners.add((herald, lanes) -> herald.tells(listener));
    return this;
  }

  /**
   * Who is told what happens, by an executor.
   *
   * @param executor calls the listener; it may do so at once, on the thread that brings the task,
   *     as {@code Runnable::run} does: whoever caused an event then waits for the listener
   */
  public LobbyBuilder listener(LobbyListener listener, Executor executor) {
    listeners.add((herald, lanes) -> herald.tells(listener, executor, lanes));
    return this;
  }

  /** The lobby; it runs until it is {@linkplain Lobby#close closed}. */
  public Lobby build() {
    byte[] key = tokenKey == null ? names.key(ClientTokens.MIN_KEY_BYTES) : tokenKey;
    Timekeeper time = timekeeper == null ? new SystemTimekeeper() : timekeeper;
    Herald herald = new Herald(time);
    listeners.forEach(one -> one.accept(herald, executor));
    return Lobby.started(
        new LobbyOptions(
            time,
            names,
            store,
            bus,
            snapshots,
            executor,
            relief,
            new ClientTokens(key, olderTokenKeys, tokenValidity),
            timers,
            limits,
            origins,
            proxies,
            election,
            iceServers,
            new Gate(admission, admissionDeadline),
            appMessages,
            urlDialect,
            herald));
  }
}
