// The drawing: us on the left, the others on the right, the lobby above, and which lines between them are up.

const WIDTH = 440;
const HEIGHT = 236;
const LOBBY = { x: WIDTH / 2, y: 34 };
const US = { x: 78, y: 144, radius: 44 };
const OTHERS_X = WIDTH - US.x;
const MOST_OTHERS = 4;

/** Draws into an element, and again whenever something is different. */
export class Stage {
  #drawing = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img' });
  #drawn = '';
  #ends = new Map();

  constructor(element) {
    element.replaceChildren(this.#drawing);
  }

  /**
   * `lobby` is the lobby's status, `us` a {name, hue}, and `others` are {clientId, name, hue, link, label}, where `link` is
   * `none`, `connecting`, `open` or `lost` and `label` stands on an open link.
   */
  show({ lobby, us, others, words }) {
    const shown = others.slice(0, MOST_OTHERS);
    const drawn = JSON.stringify([
      lobby,
      us,
      shown.map(({ clientId, name, hue, link, there }) => [clientId, name, hue, link, there]),
    ]);
    if (drawn !== this.#drawn) this.#draw(lobby, us, shown);
    this.#drawn = drawn;
    this.#drawing.setAttribute('aria-label', words);
    for (const { clientId, label } of shown) this.#ends.get(clientId).label(label);
  }

  /** Lets a message travel along the link to somebody, `outwards` or towards us. */
  pulse(clientId, outwards) {
    const end = this.#ends.get(clientId);
    if (!end || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const dot = svg('circle', { class: `pulse hue-${outwards ? this.#ends.get('us').hue : end.hue}`, r: 6 });
    this.#drawing.append(dot);
    const way = [end.from, end.to].map(({ x, y }) => `translate(${x}px, ${y}px)`);
    const travel = dot.animate(
      { transform: outwards ? way : way.reverse() },
      { duration: 520, easing: 'cubic-bezier(.4,0,.3,1)' },
    );
    travel.onfinish = () => dot.remove();
  }

  #draw(lobby, us, others) {
    this.#ends = new Map([['us', { hue: us.hue }]]);
    const lines = svg('g', {});
    const discs = svg('g', {});
    lines.append(wire(US, lobby === 'online' ? 'up' : 'trying'));
    discs.append(disc(US, us, 'us'));
    if (!others.length) discs.append(nobody(places(1)[0]));
    places(others.length).forEach((place, i) => {
      if (!place.crowded) lines.append(wire(place, others[i].there ? 'up' : 'trying'));
      this.#ends.set(others[i].clientId, this.#link(lines, discs, place, others[i]));
    });
    this.#drawing.replaceChildren(lines, house(lobby), discs);
  }

  #link(lines, discs, place, other) {
    const from = { x: US.x + US.radius + 8, y: US.y };
    const to = { x: place.x - place.radius - 8, y: place.y };
    lines.append(
      svg('line', { class: 'link', 'data-link': other.link, x1: from.x, y1: from.y, x2: to.x, y2: to.y }),
    );
    discs.append(disc(place, place.crowded ? { ...other, name: '' } : other, other.link));
    const share = place.crowded ? 0.7 : 0.5;
    const badgeAt = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    const badge = svg('g', { class: 'badge', transform: at(badgeAt) });
    const text = svg('text', { y: 4.5 });
    badge.append(svg('rect', { x: -35, y: -13, width: 70, height: 26, rx: 13 }), text);
    if (other.link === 'open') discs.append(badge);
    return {
      from,
      to,
      hue: other.hue,
      label: (words) => ((text.textContent = words), badge.toggleAttribute('hidden', !words)),
    };
  }
}

/** Where so many others stand: one opposite of us, two in a column, more in a column without names and lobby lines. */
function places(count) {
  if (count === 1) return [{ x: OTHERS_X, y: US.y, radius: US.radius }];
  const crowded = count > 2;
  const [top, gap, radius] = crowded ? [US.y - 30 * (count - 1), 60, 22] : [84, 100, 30];
  return Array.from({ length: count }, (_, i) => ({
    x: OTHERS_X - 14,
    y: top + gap * i,
    radius,
    fromSide: true,
    crowded,
  }));
}

/** The signaling line between the lobby and somebody; where several stand in a column it comes in from the side. */
function wire({ x, y, radius, fromSide }, state) {
  const side = Math.sign(x - LOBBY.x);
  const start = `M${LOBBY.x + side * 52} ${LOBBY.y}`;
  const above = `C${x - side * 30} ${LOBBY.y} ${x} ${LOBBY.y + 10} ${x} ${y - radius - 8}`;
  const beside = `C${WIDTH + 14} ${LOBBY.y - 22} ${WIDTH + 14} ${y} ${x + radius + 8} ${y}`;
  return svg('path', { class: 'wire', 'data-wire': state, d: start + (fromSide ? beside : above) });
}

function house(lobby) {
  const group = svg('g', { class: 'lobby', 'data-lobby': lobby, transform: at(LOBBY) });
  const text = svg('text', { y: 5 });
  text.textContent = 'lobby';
  group.append(svg('rect', { x: -44, y: -19, width: 88, height: 38, rx: 12 }), text);
  return group;
}

function disc({ x, y, radius }, { name, hue }, state) {
  const group = svg('g', { class: `disc hue-${hue}`, 'data-state': state, transform: at({ x, y }) });
  const turning = svg('g', { class: 'turning' });
  turning.append(
    svg('circle', { class: 'vinyl', r: radius }),
    ...[0.86, 0.72, 0.58].map((share) => svg('circle', { class: 'groove', r: radius * share })),
    svg('path', { class: 'shine', d: shine(radius * 0.72) }),
    svg('circle', { class: 'label', r: radius * 0.4 }),
    svg('circle', { class: 'mark', cy: -radius * 0.26, r: radius * 0.05 }),
    svg('circle', { class: 'hole', r: radius * 0.07 }),
  );
  const text = svg('text', { class: 'name', y: radius + 20 });
  text.textContent = name;
  group.append(turning, text);
  return group;
}

function nobody({ x, y, radius }) {
  const group = svg('g', { class: 'nobody', transform: at({ x, y }) });
  const text = svg('text', { class: 'name', y: radius + 20 });
  text.textContent = 'nobody yet';
  group.append(svg('circle', { r: radius - 1 }), text);
  return group;
}

function shine(radius) {
  const [a, b] = [radius * Math.cos(0.5), radius * Math.sin(0.5)];
  return `M${b} ${-a}A${radius} ${radius} 0 0 1 ${a} ${-b}M${-b} ${a}A${radius} ${radius} 0 0 1 ${-a} ${b}`;
}

function at({ x, y }) {
  return `translate(${x} ${y})`;
}

function svg(name, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
