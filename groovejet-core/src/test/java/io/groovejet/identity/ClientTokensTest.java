package io.groovejet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What proves who a client is, and what does not. */
final class ClientTokensTest {

  private static final Instant NOON = Instant.parse("2001-01-01T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final byte[] KEY =
      "a key of thirty-two bytes, or 33".getBytes(StandardCharsets.US_ASCII);
  private static final ClientTokens TOKENS = new ClientTokens(KEY, DAY);
  private static final ClientId ADA =
      new ClientId(UUID.fromString("6f1c1a2e-8a3b-4c5d-9e0f-0123456789ab"));

  @Test
  void aTokenProvesWhoItWasIssuedTo() {
    Secret token = TOKENS.issue(ADA, NOON);

    assertThat(TOKENS.verify(token, NOON)).contains(ADA);
    assertThat(TOKENS.verify(token, NOON.minusSeconds(60))).contains(ADA);
  }

  @Test
  void aTokenExpires() {
    Secret token = TOKENS.issue(ADA, NOON);

    assertThat(TOKENS.verify(token, NOON.plus(DAY).minusMillis(1))).contains(ADA);
    assertThat(TOKENS.verify(token, NOON.plus(DAY))).isEmpty();
    assertThat(TOKENS.verify(token, NOON.plus(DAY).plus(DAY))).isEmpty();
  }

  @Test
  void anotherServerWithTheSameKeyTakesTheToken() {
    ClientTokens other = new ClientTokens(KEY.clone(), Duration.ofMinutes(1));

    assertThat(other.verify(TOKENS.issue(ADA, NOON), NOON)).contains(ADA);
  }

  @Test
  void anotherKeyTakesNoToken() {
    byte[] otherKey = KEY.clone();
    otherKey[31]++;
    ClientTokens other = new ClientTokens(otherKey, DAY);

    assertThat(other.verify(TOKENS.issue(ADA, NOON), NOON)).isEmpty();
  }

  @Test
  void tokensOfOlderKeysCountUntilTheyExpire() {
    byte[] newKey = KEY.clone();
    newKey[0]++;
    ClientTokens rotated = new ClientTokens(newKey, List.of(new byte[32], KEY), DAY);
    Secret old = TOKENS.issue(ADA, NOON);

    assertThat(rotated.verify(old, NOON)).contains(ADA);
    assertThat(rotated.verify(old, NOON.plus(DAY))).isEmpty();
  }

  @Test
  void theNewestKeySigns() {
    byte[] newKey = KEY.clone();
    newKey[0]++;
    ClientTokens rotated = new ClientTokens(newKey, List.of(KEY), DAY);
    Secret token = rotated.issue(ADA, NOON);

    assertThat(rotated.verify(token, NOON)).contains(ADA);
    assertThat(new ClientTokens(newKey, DAY).verify(token, NOON)).contains(ADA);
    assertThat(TOKENS.verify(token, NOON)).isEmpty();
  }

  @Test
  void anOlderKeyHasToBeLongEnoughToo() {
    assertThatThrownBy(() -> new ClientTokens(KEY, List.of(new byte[31]), DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a token key has at least 32 bytes, not 31");
  }

  static IntStream everyByte() {
    return IntStream.range(0, 57);
  }

  @ParameterizedTest
  @MethodSource("everyByte")
  void aTokenWithAnyBitChangedProvesNothing(int at) {
    byte[] token = Base64.getUrlDecoder().decode(TOKENS.issue(ADA, NOON).reveal());

    Stream<Secret> tampered = IntStream.range(0, 8).mapToObj(bit -> flipped(token, at, bit));

    assertThat(tampered).hasSize(8).allSatisfy(bad -> assertThat(verified(bad)).isFalse());
  }

  private static Secret flipped(byte[] token, int at, int bit) {
    byte[] changed = token.clone();
    changed[at] ^= (byte) (1 << bit);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
  }

  private static boolean verified(Secret token) {
    return TOKENS.verify(token, NOON).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 25, 56, 58, 114})
  void aTokenOfAnotherLengthProvesNothing(int bytes) {
    byte[] token = Base64.getUrlDecoder().decode(TOKENS.issue(ADA, NOON).reveal());

    Secret other = new Secret(Base64.getUrlEncoder().encodeToString(Arrays.copyOf(token, bytes)));

    assertThat(verified(other)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "\u0000",
        "6f1c1a2e-8a3b-4c5d-9e0f-0123456789ab",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
        "+AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        " AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "\u4e16AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "\ud800AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void garbageProvesNothing(String text) {
    assertThat(verified(new Secret(text))).isFalse();
  }

  @Test
  void aTokenInTheOrdinaryAlphabetProvesNothing() {
    ClientId client = new ClientId(new UUID(-1, -1));
    Secret token = TOKENS.issue(client, NOON);

    Secret ordinary = new Secret(token.reveal().replace('_', '/').replace('-', '+'));

    assertThat(token.reveal()).contains("_");
    assertThat(verified(token)).isTrue();
    assertThat(verified(ordinary)).isFalse();
  }

  @Test
  void aTokenIsFormatClientExpiryAndTheirMac() throws Exception {
    byte[] token = Base64.getUrlDecoder().decode(TOKENS.issue(ADA, NOON).reveal());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));

    mac.update(token, 0, 25);

    assertThat(token).hasSize(57).startsWith(1).endsWith(mac.doFinal());
    assertThat(ByteBuffer.wrap(token, 1, 24))
        .extracting(ByteBuffer::getLong, ByteBuffer::getLong, ByteBuffer::getLong)
        .containsExactly(
            ADA.value().getMostSignificantBits(),
            ADA.value().getLeastSignificantBits(),
            NOON.plus(DAY).toEpochMilli());
  }

  @Test
  void aTokenOfAFormatToComeProvesNothingYet() throws Exception {
    byte[] token = Base64.getUrlDecoder().decode(TOKENS.issue(ADA, NOON).reveal());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    token[0] = 2;

    mac.update(token, 0, 25);
    mac.doFinal(token, 25);

    assertThat(verified(new Secret(Base64.getUrlEncoder().encodeToString(token)))).isFalse();
  }

  @Test
  void aTokenCanStandInAnyText() {
    assertThat(TOKENS.issue(ADA, NOON).reveal()).hasSize(76).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void aTokenDoesNotShow() {
    Secret token = TOKENS.issue(ADA, NOON);

    assertThat(token).hasToString("Secret[…]");
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> new ClientTokens(new byte[31], DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a token key has at least 32 bytes, not 31");
  }

  @Test
  void aKeyIsCopied() {
    byte[] key = KEY.clone();
    ClientTokens tokens = new ClientTokens(key, DAY);

    key[0]++;

    assertThat(tokens.verify(TOKENS.issue(ADA, NOON), NOON)).contains(ADA);
  }
}
