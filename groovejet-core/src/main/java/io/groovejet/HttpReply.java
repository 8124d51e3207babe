package io.groovejet;

import java.util.List;

/**
 * The complete answer to a plain HTTP request, or to an upgrade that is refused.
 *
 * @param status the status code
 * @param headers the header fields to set, content type included; the length is the adapter's
 * @param body the body as text to be sent in UTF-8, empty for none
 */
public record HttpReply(int status, List<Header> headers, String body) {

  /** Copies the list. */
  public HttpReply {
    headers = List.copyOf(headers);
  }

  /**
   * One header field.
   *
   * @param name the field's name
   * @param value its value
   */
  public record Header(String name, String value) {}
}
