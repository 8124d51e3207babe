// What moves on the page: the game while there is one, and on the door the bots.

import { Arena } from './arena.js';
import { Bots } from './bots.js';
import { Controls } from './controls.js';
import { showScores } from './panel.js';
import { howToBeTwo, howToMove, whatNext } from './words.js';

const isByFinger = matchMedia('(pointer: coarse)');

export class Stage {
  #arena;
  #preview;
  #controls;
  #bots = new Bots();
  #drawnAt = performance.now();

  /** Plays on the canvas `arena`, and with bots on `preview`. */
  constructor(arena, preview) {
    this.#arena = new Arena(arena);
    this.#preview = new Arena(preview);
    this.#controls = new Controls(arena, (event) => this.#arena.place(event));
  }

  /** Lets words hang over somebody for a while. */
  say(id, text) {
    this.#arena.say(id, text);
  }

  /** Shows what is so at `now`; `play` is {room, meeting, game}, without a game on the door or before. */
  draw(now, play) {
    const seconds = (now - this.#drawnAt) / 1_000;
    this.#drawnAt = now;
    if (play.game) this.#drawGame(play, seconds);
    else if (document.body.dataset.view === 'start') this.#drawBots(seconds);
  }

  #drawGame({ room, meeting, game }, seconds) {
    const players = game.shown(seconds);
    game.steer(this.#controls.wish(players.find(({ id }) => id === room.clientId)));
    this.#arena.draw({
      world: game.world,
      players,
      names: (id) => meeting.name(id),
      us: room.clientId,
      hostId: room.hostId,
      words: this.#words(meeting, players),
      seconds,
    });
    showScores(game.world);
  }

  /** What the arena itself has to say. */
  #words(meeting, players) {
    if (meeting.waitsFor) return whatNext(meeting.waitsFor, meeting.awaited);
    if (players.filter(({ here }) => here).length === 1)
      return ['It takes two', howToBeTwo(meeting.others.map(({ clientId }) => meeting.name(clientId)))];
    return this.#controls.isUsed ? null : howToMove(isByFinger.matches);
  }

  #drawBots(seconds) {
    this.#bots.step(seconds);
    const { world } = this.#bots;
    const names = (id) => this.#bots.name(id);
    this.#preview.draw({ world, players: world.players, names, us: null, hostId: 'a', seconds });
  }
}
