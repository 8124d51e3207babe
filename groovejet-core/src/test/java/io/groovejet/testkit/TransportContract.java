package io.groovejet.testkit;

/**
 * What a transport promises, so that clients cannot tell one from another: the test of an adapter
 * implements {@link #serve} and {@link #stop} and inherits everything else.
 *
 * <pre>{@code
 * class UndertowTransportTest implements TransportContract {
 *   public URI serve(Lobby lobby) { … }
 *   public void stop() { … }
 * }
 * }</pre>
 *
 * <p>It is written against real sockets of the loopback interface, with a client that knows nothing
 * but the protocols (RFC 6455, RFC 9112). A test needs some ten seconds at most.
 *
 * <p>Where a container leaves an adapter no choice, {@link AnsweredCloseContract}, implemented
 * besides, or one of the {@link #ways} says what is promised instead, and why that is safe as well.
 */
public interface TransportContract
    extends OpeningContract,
        FramingContract,
        BadInputContract,
        RelayContract,
        ClosingContract,
        PatienceContract {}
