package io.groovejet.codec;

import static io.groovejet.codec.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.groovejet.codec.Decoded.Understood;
import io.groovejet.protocol.ClientMessage.GuestOffer;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds for any text: signals survive, and nothing a client writes breaks the decoder. */
final class CodecWalk {

  private static final int SIGNALS = 3_000;
  private static final int MUTANTS = 10_000;
  private static final int DEEPEST_SIGNAL = 30;

  private static final List<String> VALID =
      List.of(
          "{'type':'resumeIdentity','data':{'clientToken':'AQ-_'},'requestId':'1'}",
          "{'type':'createRoom','data':{'maxClients':4,'hostMigration':'manual','isPublic':true,"
              + "'password':'\u4e16','metadata':{'map':['dunes',1.5]},'profile':{},"
              + "'hostPriority':-3},'requestId':'\\ud83d'}",
          "{'type':'joinRoom','data':{'roomCode':'BCD-fg','clientToken':'x','canHost':true,"
              + "'hostPriority':1000000,'password':'\uD83D\uDE00','profile':{'n':null}}}",
          "{'type':'guestOfferSignal','data':{'offerSignal':{'type':'offer','sdp':'v=0\\r\\n'},"
              + "'hostEpoch':12345678901234567890}}",
          "{'type':'hostAnswerSignal','data':{'answerSignal':'\u00e9\u2028\\u0000',"
              + "'clientId':'6f1c1a2e-8a3b-4c5d-9e0f-0123456789ab'}}",
          "{'type':'iceCandidate','data':{'candidate':[[[[1e400]]],null,-0,{}]},'x':{'y':[]}}",
          "{'type':'requestOffer','data':{'clientId':'','reason':'again'},'data2':[{'a':1}]}",
          "{'type':'saveSnapshot','data':{'snapshot':{'tick':1},'label':'\u4e16'}}");

  @Test
  void anySignalComesOutAsItWentIn() {
    LongStream.range(0, SIGNALS).forEach(CodecWalk::survives);
  }

  @Test
  void noTextBreaksTheDecoder() {
    LongStream.range(0, MUTANTS).forEach(CodecWalk::isDecoded);
  }

  private static void survives(long seed) {
    Random random = new Random(seed);
    String signal = RandomJson.value(random, random.nextInt(DEEPEST_SIGNAL + 1));
    String text =
        json("{'x':0,'type':'guestOfferSignal','data':{'offerSignal':")
            + RandomJson.space(random)
            + signal
            + RandomJson.space(random)
            + json(",'y':")
            + RandomJson.value(random, 3)
            + "}}";

    Decoded decoded = Decoder.decode(text.getBytes(StandardCharsets.UTF_8), Dialect.URL);

    assertThat(decoded)
        .as("seed %d: %s", seed, text)
        .isEqualTo(new Understood(new GuestOffer(Json.of(signal), null), null));
  }

  private static void isDecoded(long seed) {
    Random random = new Random(seed);
    String valid = VALID.get(random.nextInt(VALID.size()));
    byte[] mutant = mutated(json(valid).getBytes(StandardCharsets.UTF_8), random);

    assertThatCode(() -> assertThat(Decoder.decode(mutant, Dialect.MESSAGE)).isNotNull())
        .as("seed %d: %s", seed, new String(mutant, StandardCharsets.ISO_8859_1))
        .doesNotThrowAnyException();
  }

  private static byte[] mutated(byte[] text, Random random) {
    byte[] mutant = text.clone();
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && mutant.length > 0; i++) {
      mutant = mutatedOnce(mutant, random);
    }
    return mutant;
  }

  private static byte[] mutatedOnce(byte[] text, Random random) {
    int at = random.nextInt(text.length);
    int other = random.nextInt(text.length);
    byte[] mutant = text.clone();
    switch (random.nextInt(5)) {
      case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> mutant[at] = (byte) random.nextInt(256);
      case 2 -> mutant[at] = text[other];
      case 3 -> mutant = Arrays.copyOf(text, at);
      default -> System.arraycopy(text, at, mutant, other, text.length - Math.max(at, other));
    }
    return mutant;
  }
}
