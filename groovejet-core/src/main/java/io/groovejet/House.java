package io.groovejet;

/** What all connections of one lobby share. */
record House(
    LobbyOptions options,
    Rooms rooms,
    Switchboard switchboard,
    Doorkeeper doorkeeper,
    Liveness liveness) {}
