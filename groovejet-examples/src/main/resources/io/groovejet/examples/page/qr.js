// QR codes (ISO/IEC 18004) for short texts: bytes, error correction level L, versions 1 to 10, up to 271 bytes.

const CORRECTION = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4];
const LEVEL_L = 1;
const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (((x / 3) | 0) + ((y / 2) | 0)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** The rows of the code, true where it is dark; null for a text that is too long. */
export function qrCode(text) {
  const bytes = new TextEncoder().encode(text);
  const version = CORRECTION.findIndex((_, i) => bytes.length <= room(i + 1)) + 1;
  if (!version) return null;
  const codewords = interleaved(padded(bytes, version), version);
  const drawn = MASKS.map((_, mask) => draw(version, codewords, mask));
  return drawn.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

/** How many bytes fit: all codewords but those for correction, the mode and the length. */
function room(version) {
  return dataLength(version) - (version < 10 ? 2 : 3);
}

function dataLength(version) {
  return (modules(version) >> 3) - CORRECTION[version - 1] * BLOCKS[version - 1];
}

/** How many modules carry data, once all patterns have their place. */
function modules(version) {
  const all = (16 * version + 128) * version + 64;
  if (version < 2) return all;
  const aligned = ((version / 7) | 0) + 2;
  return all - (25 * aligned - 10) * aligned + 55 - (version < 7 ? 0 : 36);
}

function padded(bytes, version) {
  const bits = [];
  const put = (value, length) => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >> i) & 1);
  };
  const length = dataLength(version);
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) put(byte, 8);
  put(0, Math.min(4, length * 8 - bits.length));
  put(0, -bits.length & 7);
  for (let filler = 0xec; bits.length < length * 8; filler ^= 0xec ^ 0x11) put(filler, 8);
  return Array.from({ length }, (_, i) => parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2));
}

/** Splits into blocks, corrects each, and takes from all in turn. */
function interleaved(data, version) {
  const count = BLOCKS[version - 1];
  const short = Math.floor(data.length / count);
  const blocks = [];
  for (let i = 0, from = 0; i < count; i++) {
    const length = short + (i < count - (data.length % count) ? 0 : 1);
    blocks.push(data.slice(from, (from += length)));
  }
  const corrections = blocks.map((block) => correction(block, CORRECTION[version - 1]));
  const inTurn = (all) =>
    Array.from({ length: Math.max(...all.map(({ length }) => length)) }, (_, i) =>
      all.map((one) => one[i]),
    ).flat();
  return [...inTurn(blocks), ...inTurn(corrections)].filter((codeword) => codeword !== undefined);
}

/** What remains of the block, as a polynomial, divided by the generator of that degree. */
function correction(block, degree) {
  const generator = Array(degree).fill(0);
  generator[degree - 1] = 1;
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2))
    for (let j = 0; j < degree; j++) generator[j] = times(generator[j], root) ^ (generator[j + 1] ?? 0);
  const rest = Array(degree).fill(0);
  for (const byte of block) {
    const factor = byte ^ rest.shift();
    rest.push(0);
    generator.forEach((term, i) => (rest[i] ^= times(term, factor)));
  }
  return rest;
}

/** Multiplies in the field of 256 elements. */
function times(a, b) {
  let product = 0;
  for (let i = 7; i >= 0; i--) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> i) & 1) * a);
  return product;
}

function draw(version, codewords, mask) {
  const size = version * 4 + 17;
  const rows = Array.from({ length: size }, () => Array(size).fill(null));
  const set = (x, y, dark) => {
    if (x >= 0 && y >= 0 && x < size && y < size) rows[y][x] = Boolean(dark);
  };
  drawPatterns(set, version, size);
  drawFormat(set, size, mask);
  let bit = 0;
  for (const [x, y] of zigzag(size)) {
    if (rows[y][x] !== null) continue;
    const dark = (codewords[bit >> 3] >> (7 - (bit & 7))) & 1;
    rows[y][x] = Boolean(dark) !== (MASKS[mask](x, y) === 0);
    bit++;
  }
  return rows;
}

function drawPatterns(set, version, size) {
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  const places = alignments(version, size);
  const last = places.length - 1;
  places.forEach((x, i) =>
    places.forEach((y, j) => {
      const isCorner = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
      if (!isCorner) squares(set, x, y, 2, [1]);
    }),
  );
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ])
    squares(set, x, y, 4, [2, 4]);
  if (version >= 7) drawVersion(set, version, size);
}

/** Rings around a middle, dark but for those whose distance is among the light ones. */
function squares(set, x, y, radius, light) {
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++)
      set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
}

function alignments(version, size) {
  if (version === 1) return [];
  const count = ((version / 7) | 0) + 2;
  const gap = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - gap * (count - 2 - i))];
}

function drawVersion(set, version, size) {
  const bits = (version << 12) | checked(version, 12, 0x1f25);
  for (let i = 0; i < 18; i++) {
    const [a, b] = [size - 11 + (i % 3), (i / 3) | 0];
    set(a, b, (bits >> i) & 1);
    set(b, a, (bits >> i) & 1);
  }
}

function drawFormat(set, size, mask) {
  const format = (LEVEL_L << 3) | mask;
  const bits = ((format << 10) | checked(format, 10, 0x537)) ^ 0x5412;
  const bit = (i) => (bits >> i) & 1;
  for (let i = 0; i <= 5; i++) set(8, i, bit(i));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let i = 9; i < 15; i++) set(14 - i, 8, bit(i));
  for (let i = 0; i < 8; i++) set(size - 1 - i, 8, bit(i));
  for (let i = 8; i < 15; i++) set(8, size - 15 + i, bit(i));
  set(8, size - 8, true);
}

function checked(value, degree, generator) {
  let rest = value;
  for (let i = 0; i < degree; i++) rest = (rest << 1) ^ ((rest >> (degree - 1)) * generator);
  return rest;
}

/** From the lower right corner in columns two wide, up and down. */
function* zigzag(size) {
  for (let right = size - 1, up = true; right >= 1; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let i = 0; i < size; i++) {
      const y = up ? size - 1 - i : i;
      yield [right, y];
      yield [right - 1, y];
    }
  }
}

/** How hard a code is to read: long runs, blocks, what looks like a finder, too much of one kind. */
function penalty(rows) {
  const columns = rows.map((_, x) => rows.map((row) => row[x]));
  const lines = [...rows, ...columns].map((line) => line.map((dark) => (dark ? '1' : '0')).join(''));
  let sum = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) sum += run.length - 2;
    for (const _ of line.matchAll(/(?=10111010000|00001011101)/g)) sum += 40;
  }
  for (let y = 1; y < rows.length; y++)
    for (let x = 1; x < rows.length; x++)
      if (rows[y][x] === rows[y - 1][x] && rows[y][x] === rows[y][x - 1] && rows[y][x] === rows[y - 1][x - 1])
        sum += 3;
  const dark = rows.flat().filter(Boolean).length / rows.length ** 2;
  return sum + Math.floor(Math.abs(dark - 0.5) * 20) * 10;
}
