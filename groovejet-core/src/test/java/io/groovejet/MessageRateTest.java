package io.groovejet;

import io.groovejet.guard.Limits;
import io.groovejet.guard.Rate;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Protocol section 8: how many messages a connection may send, and what happens beyond. */
final class MessageRateTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Conversation talk = Conversation.begin();
  private final Speaker ada = talk.connects("ada");

  @AfterEach
  void everythingWasHeard() {
    talk.close();
  }

  @Test
  void twoHundredAtOnceAreHeard() {
    nag(200);
    answers(200);
  }

  @Test
  void whatIsOverIsDroppedAndSaidOnce() {
    nag(200);
    nag(30);

    answers(200);
    ada.hearsError("rateLimited");
    ada.isConnected();
  }

  @Test
  void whatIsOverIsNotEvenParsed() {
    nag(200);
    answers(200);

    ada.saysText("nonsense");
    ada.hearsError("rateLimited");
    IntStream.range(0, 20).forEach(i -> ada.saysText("nonsense"));

    ada.hearsNothing();
    ada.isConnected();
  }

  @Test
  void fiftyASecondGoOnForEver() {
    nag(200);
    answers(200);

    IntStream.range(0, 30)
        .forEach(
            i -> {
              talk.passes(SECOND);
              nag(50);
              answers(50);
            });

    ada.isConnected();
  }

  @Test
  void theRateIsSaidAgainInTheNextSecondAndEndsInTheThird() {
    nag(201);
    answers(200);
    ada.hearsError("rateLimited");
    talk.passes(SECOND);
    nag(60);
    answers(50);
    ada.hearsError("rateLimited");
    ada.isConnected();
    talk.passes(SECOND);
    nag(60);

    answers(50);
    ada.hearsNothing();
    ada.isClosedWith(1008);
  }

  @Test
  void aSecondOfRestIsForgiven() {
    nag(201);
    answers(200);
    ada.hearsError("rateLimited");
    talk.passes(SECOND);
    nag(51);
    answers(50);
    ada.hearsError("rateLimited");
    talk.passes(SECOND.multipliedBy(2));
    nag(101);
    answers(100);
    ada.hearsError("rateLimited");
    ada.isConnected();
  }

  @Test
  void bytesAreLimitedToo() {
    String large = "{\"type\":\"leaveRoom\",\"a\":\"" + "x".repeat(65_536 - 29) + "\"}";

    IntStream.range(0, 17).forEach(i -> ada.saysText(large));

    answers(16);
    ada.hearsError("rateLimited");
    talk.passes(SECOND);
    IntStream.range(0, 5).forEach(i -> ada.saysText(large));
    answers(4);
    ada.hearsError("rateLimited");
  }

  @Test
  void aHostMaySendForEveryMemberOfItsRoom() {
    ada.says("createRoom");
    ada.hears("roomCreated");
    Speaker bob = talk.connects("bob");
    bob.says("joinRoom", "{roomCode: 'bbbbb'}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");
    talk.passes(SECOND.multipliedBy(5));

    nagAsHost(401);
    refusals(400);
    ada.hearsError("rateLimited");
    talk.passes(SECOND.multipliedBy(2));
    nagAsHost(201);

    refusals(200);
    ada.hearsError("rateLimited");
  }

  @Test
  void becomingHostFillsTheBucket() {
    nag(199);
    answers(199);

    ada.says("createRoom");
    ada.hears("roomCreated");
    nagAsHost(200);
    refusals(200);
    nagAsHost(1);

    ada.hearsError("rateLimited");
  }

  @Test
  void ratesBelongToTheConnection() {
    nag(201);
    answers(200);
    ada.hearsError("rateLimited");
    String token = ada.token();

    ada.connects();
    ada.says("resumeIdentity", "{clientToken: '" + token + "'}");

    ada.hears("identity", "{resumed: true}");
  }

  @Test
  void theRatesAreConfigurable() {
    Limits strict = Limits.ofDefaults().withRates(new Rate(1, 2), new Rate(1024, 1024));
    Conversation quiet = Conversation.begin(builder -> builder.limits(strict));
    Speaker bob = quiet.connects("bob");

    bob.says("leaveRoom");
    bob.hearsError("notInRoom");
    bob.says("leaveRoom");
    bob.hearsError("notInRoom");
    bob.says("leaveRoom");

    bob.hearsError("rateLimited");
    quiet.close();
  }

  private void nag(int times) {
    IntStream.range(0, times).forEach(i -> ada.says("leaveRoom"));
  }

  private void answers(int times) {
    IntStream.range(0, times).forEach(i -> ada.hearsError("notInRoom"));
  }

  private void nagAsHost(int times) {
    IntStream.range(0, times).forEach(i -> ada.says("guestOfferSignal", "{offerSignal: 1}"));
  }

  private void refusals(int times) {
    IntStream.range(0, times).forEach(i -> ada.hearsError("notGuest"));
  }
}
