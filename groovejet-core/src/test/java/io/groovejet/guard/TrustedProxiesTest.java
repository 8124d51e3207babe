package io.groovejet.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groovejet.protocol.Address;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 8: {@code X-Forwarded-For} counts from trusted proxies only, from the right. */
final class TrustedProxiesTest {

  private static final TrustedProxies PROXIES =
      TrustedProxies.of("10.0.0.0/8", "192.0.2.7", "fd00::/8");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "203.0.113.5|-|203.0.113.5",
        "203.0.113.5|198.51.100.1|203.0.113.5",
        "10.1.1.1|198.51.100.1|198.51.100.1",
        "10.1.1.1|1.2.3.4, 198.51.100.1|198.51.100.1",
        "10.1.1.1|1.2.3.4, 198.51.100.1 ,10.2.2.2|198.51.100.1",
        "10.1.1.1|1.2.3.4;198.51.100.1, 192.0.2.7|198.51.100.1",
        "10.1.1.1|-|10.1.1.1",
        "10.1.1.1|10.9.9.9|10.9.9.9",
        "10.1.1.1|198.51.100.1, unknown|10.1.1.1",
        "10.1.1.1|198.51.100.1,|10.1.1.1",
        "10.1.1.1|198.51.100.1:4711|198.51.100.1",
        "10.1.1.1|'[2001:db8:1:2:3:4:5:6]:443'|20010db800010002/64",
        "fd12::1|2001:db8:1:2::99|20010db800010002/64",
        "'fe80::1%eth0'|-|fe80000000000000/64",
        "::ffff:10.1.1.1|198.51.100.1|198.51.100.1",
        "::ffff:198.51.100.1|-|198.51.100.1",
        "2001:db8::198.51.100.1|-|20010db800000000/64",
        "192.0.2.8|198.51.100.1|192.0.2.8",
      })
  void theClientIsTheFirstFromTheRightWhoIsNoTrustedProxy(
      String peer, String forwarded, String client) {
    List<String> fields = forwarded == null ? List.of() : Arrays.asList(forwarded.split(";"));

    assertThat(PROXIES.client(peer, fields)).isEqualTo(new Address(client));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "1.2.3.-4",
        "01234.1.1.1",
        "1.2.3.٤",
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "12345::",
        "g::",
        "1:2:3:4:5:6:7:1.2.3.4",
        "[::1",
        "::1.2.3",
        "1:2:3:4:5:6:7::8",
        "x"
      })
  void whatIsNoAddressCountsAsUnknown(String peer) {
    assertThat(PROXIES.client(peer, List.of("198.51.100.1"))).isEqualTo(Address.UNKNOWN);
  }

  @Test
  void withoutProxiesNobodysWordCounts() {
    Address client = TrustedProxies.none().client("10.1.1.1", List.of("198.51.100.1"));

    assertThat(client).isEqualTo(new Address("10.1.1.1"));
  }

  @Test
  void anEndlessListOfProxiesIsNotFollowed() {
    String endless = "198.51.100.1," + "10.1.1.1,".repeat(100_000) + "10.1.1.1";

    assertThat(PROXIES.client("10.1.1.1", List.of(endless))).isEqualTo(new Address("10.1.1.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "fd00::/129"})
  void whatIsNoNetworkIsRefused(String network) {
    assertThatThrownBy(() -> TrustedProxies.of(network))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(network);
  }
}
