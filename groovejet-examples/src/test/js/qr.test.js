// What these codes are to be was made with another encoder, and has been read back with another decoder.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { qrCode } from '../../main/resources/io/groovejet/examples/page/qr.js';

const GROOVEJET = `
#######...###.#######
#.....#.###.#.#.....#
#.###.#...###.#.###.#
#.###.#.##..#.#.###.#
#.###.#..#..#.#.###.#
#.....#.#..#..#.....#
#######.#.#.#.#######
.........#...........
#####.###..#.#.#.#.#.
#......##.####.##.###
#####.#.##..##.....#.
.#.#....#..###.######
#...###..##.#####..#.
........#...##.###..#
#######.####.....#.#.
#.....#..........###.
#.###.#.##.#........#
#.###.#.##.#######...
#.###.#.#.#.#.#..#...
#.....#.#..########..
#######.#.#.#....#.#.`.trim();

const drawn = (rows) => rows.map((row) => row.map((isDark) => (isDark ? '#' : '.')).join('')).join('\n');
const print = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);
const address = (length) => 'https://game.example/play#'.padEnd(length, 'bcdfg').slice(0, length);

test('a short text is the smallest code', () => {
  assert.equal(drawn(qrCode('groovejet')), GROOVEJET);
});

for (const [length, size, expected] of [
  [17, 21, '90643482825c0e0a'],
  [18, 25, '1d1c958730a3c20b'],
  [53, 29, 'e79cc28d7443d2f5'],
  [134, 41, '1bac2858e2c74fe6'],
  [192, 49, '2c42c5a9b275ba03'],
  [230, 53, 'a4085749dc9cfeae'],
  [271, 57, 'ff2ece038f22072a'],
]) {
  test(`${length} bytes make a code ${size} wide`, () => {
    const rows = qrCode(address(length));

    assert.equal(rows.length, size);
    assert.equal(print(drawn(rows)), expected);
  });
}

test('what is too long is no code', () => {
  assert.equal(qrCode(address(272)), null);
});
