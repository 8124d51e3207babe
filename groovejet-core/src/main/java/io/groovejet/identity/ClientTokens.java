package io.groovejet.identity;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies the tokens by which clients prove who they are: base64url (RFC 4648 section 5)
 * over format, client id, expiry and an HMAC-SHA-256 (RFC 2104) of the three.
 *
 * <p>Safe for use by many threads.
 */
public final class ClientTokens {

  /** The fewest bytes a key has. */
  public static final int MIN_KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte FORMAT = 1;
  private static final int SIGNED_BYTES = 1 + 16 + 8;
  private static final int TOKEN_BYTES = SIGNED_BYTES + 32;
  private static final int TOKEN_LENGTH = TOKEN_BYTES / 3 * 4;

  private final SecretKeySpec key;
  private final List<SecretKeySpec> olderKeys; // whose tokens still count
  private final Duration validity;

  /**
   * Tokens under one key.
   *
   * @param key at least {@value #MIN_KEY_BYTES} bytes, copied
   * @param validity how long a token proves something
   */
  public ClientTokens(byte[] key, Duration validity) {
    this(key, List.of(), validity);
  }

  /**
   * Tokens under one key, while those under older ones still count.
   *
   * @param key at least {@value #MIN_KEY_BYTES} bytes, copied
   * @param olderKeys the same of each
   * @param validity how long a token proves something
   */
  public ClientTokens(byte[] key, List<byte[]> olderKeys, Duration validity) {
    this.key = checked(key);
    this.olderKeys = olderKeys.stream().map(ClientTokens::checked).toList();
    this.validity = validity;
  }

  private static SecretKeySpec checked(byte[] key) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException(
          "a token key has at least " + MIN_KEY_BYTES + " bytes, not " + key.length);
    }
    return new SecretKeySpec(key, ALGORITHM);
  }

  /** A token that proves to be {@code client}, from {@code now} until the validity is over. */
  public Secret issue(ClientId client, Instant now) {
    ByteBuffer token = ByteBuffer.allocate(TOKEN_BYTES);
    token.put(FORMAT);
    token.putLong(client.value().getMostSignificantBits());
    token.putLong(client.value().getLeastSignificantBits());
    token.putLong(now.plus(validity).toEpochMilli());
    token.put(signature(token.array(), key));
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(token.array()));
  }

  /** Who the token proves its bearer to be at {@code now}; empty when it proves nothing. */
  public Optional<ClientId> verify(Secret token, Instant now) {
    String text = token.reveal();
    if (text.length() != TOKEN_LENGTH) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    return bytes.length == TOKEN_BYTES && isSigned(bytes) ? bearer(bytes, now) : Optional.empty();
  }

  private static Optional<ClientId> bearer(byte[] bytes, Instant now) {
    ByteBuffer token = ByteBuffer.wrap(bytes);
    byte format = token.get();
    ClientId client = new ClientId(new UUID(token.getLong(), token.getLong()));
    boolean valid = format == FORMAT && token.getLong() > now.toEpochMilli();
    return valid ? Optional.of(client) : Optional.empty();
  }

  private boolean isSigned(byte[] token) {
    byte[] claimed = new byte[TOKEN_BYTES - SIGNED_BYTES];
    System.arraycopy(token, SIGNED_BYTES, claimed, 0, claimed.length);
    boolean signed = MessageDigest.isEqual(claimed, signature(token, key));
    for (SecretKeySpec older : olderKeys) {
      signed |= MessageDigest.isEqual(claimed, signature(token, older));
    }
    return signed;
  }

  private static byte[] signature(byte[] token, SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(token, 0, SIGNED_BYTES);
      return mac.doFinal();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
    }
  }
}
