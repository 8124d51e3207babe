// One plot on a canvas: lines or bars over up to five minutes, with the value under the pointer.

const WINDOWS = [60, 120, 300];
const LEFT = 42;
const BOTTOM = 16;
const TOP = 6;

export class Plot {
  #canvas = document.createElement('canvas');
  #values = [];
  #tones;
  #bars;
  #series;
  #format;
  #pointer = null;

  /** series: names in the data, each with a label; bars: drawn as bars instead of lines. */
  constructor(parent, { title, series, bars = false, format = String }) {
    this.#series = series;
    this.#bars = bars;
    this.#format = format;
    const figure = document.createElement('figure');
    figure.className = 'plot';
    const caption = document.createElement('figcaption');
    const heading = document.createElement('h2');
    heading.textContent = title;
    this.#tones = series.map(([, label], i) => key(label, i));
    caption.append(heading, ...this.#tones.map((tone) => tone.element));
    this.#canvas.setAttribute('role', 'img');
    this.#canvas.setAttribute('aria-label', `${title} over the last five minutes`);
    figure.append(caption, this.#canvas);
    parent.append(figure);
    this.#canvas.addEventListener('pointermove', (event) => this.#point(event.offsetX));
    this.#canvas.addEventListener('pointerleave', () => this.#point(null));
    new ResizeObserver(() => this.draw()).observe(this.#canvas);
  }

  show(history) {
    this.#values = this.#series.map(([name]) => history[name]);
    this.draw();
  }

  draw() {
    const width = this.#canvas.clientWidth;
    const height = this.#canvas.clientHeight;
    const ratio = window.devicePixelRatio || 1;
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    const pen = this.#canvas.getContext('2d');
    pen.scale(ratio, ratio);
    const top = ceiling(Math.max(1, ...this.#values.flat()));
    const length = this.#values[0]?.length ?? 0;
    const seconds = WINDOWS.find((window) => window >= length) ?? WINDOWS.at(-1);
    const area = { x: LEFT, y: TOP, width: width - LEFT - 2, height: height - TOP - BOTTOM, top, seconds };
    this.#grid(pen, area);
    this.#values.forEach((values, i) => {
      const colour = getComputedStyle(this.#tones[i].element).getPropertyValue('--tone');
      (this.#bars ? bars : line)(pen, area, values, colour, i, this.#values.length);
    });
    this.#read(pen, area);
  }

  #grid(pen, area) {
    const style = getComputedStyle(document.documentElement);
    pen.font = `11px ${style.getPropertyValue('--sans')}`;
    pen.fillStyle = style.getPropertyValue('--soft');
    pen.strokeStyle = style.getPropertyValue('--grid');
    pen.textAlign = 'right';
    pen.textBaseline = 'middle';
    for (const part of [0, 0.5, 1]) {
      const y = Math.round(area.y + area.height * (1 - part)) + 0.5;
      pen.beginPath();
      pen.moveTo(area.x, y);
      pen.lineTo(area.x + area.width, y);
      pen.stroke();
      if (part !== 0.5 || area.top >= 2) {
        pen.fillText(this.#format(area.top * part), area.x - 6, y);
      }
    }
    pen.textBaseline = 'alphabetic';
    for (const [part, align] of [[0, 'left'], [0.5, 'center'], [1, 'right']]) {
      pen.textAlign = align;
      const when = part === 1 ? 'now' : ago((1 - part) * area.seconds);
      pen.fillText(when, area.x + area.width * part, area.y + area.height + BOTTOM - 3);
    }
  }

  #point(x) {
    this.#pointer = x;
    this.draw();
  }

  /** Writes the values under the pointer into the keys, the latest ones without it. */
  #read(pen, area) {
    const length = this.#values[0]?.length ?? 0;
    let at = length - 1;
    if (this.#pointer !== null && length > 0) {
      const step = area.width / (area.seconds - 1);
      const back = Math.round((area.x + area.width - this.#pointer) / step);
      at = Math.min(length - 1, Math.max(0, length - 1 - back));
      const x = area.x + area.width - (length - 1 - at) * step;
      pen.strokeStyle = getComputedStyle(document.documentElement).getPropertyValue('--soft');
      pen.setLineDash([3, 3]);
      pen.beginPath();
      pen.moveTo(x, area.y);
      pen.lineTo(x, area.y + area.height);
      pen.stroke();
      pen.setLineDash([]);
    }
    this.#tones.forEach((tone, i) => {
      const sum = this.#values[i]?.reduce((all, one) => all + one, 0) ?? 0;
      const value = this.#bars && this.#pointer === null ? sum : this.#values[i]?.[at] ?? 0;
      tone.value.textContent = this.#format(value);
    });
  }
}

function ago(seconds) {
  return seconds < 60 ? `−${seconds} s` : `−${seconds / 60} min`;
}

function key(label, index) {
  const element = document.createElement('span');
  element.className = `key tone-${index}`;
  const value = document.createElement('b');
  element.append(label, ' ', value);
  return { element, value };
}

function line(pen, area, values, colour) {
  if (values.length < 2) {
    return;
  }
  const step = area.width / (area.seconds - 1);
  const first = area.x + area.width - (values.length - 1) * step;
  const path = new Path2D();
  values.forEach((value, i) => {
    const y = area.y + area.height * (1 - value / area.top);
    path[i === 0 ? 'moveTo' : 'lineTo'](first + i * step, y);
  });
  const fill = new Path2D(path);
  fill.lineTo(area.x + area.width, area.y + area.height);
  fill.lineTo(first, area.y + area.height);
  pen.globalAlpha = 0.1;
  pen.fillStyle = colour;
  pen.fill(fill);
  pen.globalAlpha = 1;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.75;
  pen.lineJoin = 'round';
  pen.stroke(path);
  pen.lineWidth = 1;
}

function bars(pen, area, values, colour, index, series) {
  const step = area.width / (area.seconds - 1);
  const thick = Math.max(2, (0.8 * step) / series);
  pen.fillStyle = colour;
  values.forEach((value, i) => {
    if (value > 0) {
      const right = area.x + area.width - (values.length - 1 - i) * step;
      const height = Math.max(2, (area.height * value) / area.top);
      const x = right - (series - index) * thick;
      pen.fillRect(Math.max(area.x, x), area.y + area.height - height, thick, height);
    }
  });
}

/** The next of 1, 2, 4, 6, 10, 20, 40 … */
function ceiling(most) {
  const unit = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 4, 6, 10].map((step) => step * unit).find((step) => step >= most);
}
