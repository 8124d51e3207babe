package io.groovejet.examples;

import io.groovejet.HttpReply;

/** What a server answers besides the lobby. */
interface Site {

  /** Answers any request; to HEAD the server is to send no body. */
  HttpReply answer(String method, String path);
}
