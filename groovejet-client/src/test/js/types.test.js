// The types are written by hand: here they are held against the code.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { Lobby } from '../../../groovejet.js';
import { inRoom } from './surroundings.js';

const ROOT = new URL('../../../', import.meta.url);
const types = readFileSync(new URL('groovejet.d.ts', ROOT), 'utf8');
const sources = readdirSync(new URL('src', ROOT))
  .filter((name) => name.endsWith('.js'))
  .map((name) => readFileSync(new URL(`src/${name}`, ROOT), 'utf8'));
const OUR_BUSINESS = ['terms', 'handOver', 'heard', 'received', 'linkChanged', 'signalingChanged', 'advance'];
const OURS_TOO = ['visibilityChanged', 'hangUp', 'end'];

/** The members of a class or interface, as the types declare it. */
function declared(name) {
  const [, body] = new RegExp(`^export (?:class|interface) ${name}\\b[^]*?{\\n([^]*?)^}`, 'm').exec(types);
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)[(<:?]/gm)].map(([, member]) => member);
}

function members(object) {
  const names = new Set(Object.keys(object));
  for (let type = object; type !== Object.prototype; type = Object.getPrototypeOf(type))
    for (const name of Object.getOwnPropertyNames(type)) names.add(name);
  return [...names].filter((name) => ![...OUR_BUSINESS, ...OURS_TOO, 'constructor'].includes(name)).sort();
}

test('every type and every member has words of its own', () => {
  const lines = types.split('\n');
  const isDeclaration = /^(export |  (?:readonly |static )?\w+[(<:?])/;
  const silent = lines.filter((line, i) => isDeclaration.test(line) && !lines[i - 1].endsWith('*/'));

  assert.deepEqual(silent, []);
});

test('what a lobby and a room can do is what the types say', async () => {
  const { lobby, room } = await inRoom({ hostId: 'us' });

  assert.ok(lobby instanceof Lobby);
  for (const [name, object] of [['Lobby', lobby], ['Room', room]])
    assert.deepEqual(members(object), declared(name).filter((it) => it !== 'constructor').sort());
});

test("the README's game is the one that compiles", () => {
  const [, example] = /```js\nimport .*\n([^]*?)```/.exec(readFileSync(new URL('README.md', ROOT), 'utf8'));

  assert.ok(readFileSync(new URL('src/test/ts/readme.ts', ROOT), 'utf8').endsWith(example));
});

test('every event and every code of an error is in the types', async () => {
  const { lobby, room } = await inRoom({ hostId: 'us' });
  const codes = sources.flatMap((source) => [...source.matchAll(/new LobbyError\(\s*'(\w+)'/g)]);

  assert.ok(codes.length > 10);
  for (const [, code] of codes) assert.match(types, new RegExp(`\\| '${code}'`), code);
  for (const event of declared('LobbyEvents')) lobby.on(event, () => {});
  for (const event of declared('RoomEvents')) room.on(event, () => {});
});
