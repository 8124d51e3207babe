package io.groovejet;

/**
 * What has passed through a lobby since it began; it only grows. The counts are read one after the
 * other, so they may be of slightly different moments.
 *
 * @param messagesIn messages that clients sent, also those that were refused or dropped
 * @param bytesIn their bytes
 * @param messagesOut messages that clients were sent
 * @param bytesOut their bytes
 * @param relayed how many of these came from another client: offers, answers and candidates
 */
public record LobbyTraffic(
    long messagesIn, long bytesIn, long messagesOut, long bytesOut, long relayed) {}
