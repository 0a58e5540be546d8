// The last hour in two small charts: requests and outcomes by minute, and how old the oldest unknown agreement was.

import {draw, make} from './dom.js';
import {word} from './words.js';

const WIDTH = 600;
const HEIGHT = 90;
const MINUTES = 60;
const TARGETS = ['success', 'retry', 'cancel', 'ended'];

export function charts({requests = [], outcomes = [], unknown = []}) {
  const now = Date.now();
  const slot = at => MINUTES - 1 - Math.floor((now - Date.parse(at)) / 60_000);
  const bars = Array.from({length: MINUTES}, () => ({requests: 0, total: 0}));
  requests.forEach(({at, count}) => { const bar = bars[slot(at)]; if (bar) { bar.requests += count; } });
  outcomes.forEach(({at, count, target}) => {
    const bar = bars[slot(at)];
    if (bar) {
      bar[target] = (bar[target] ?? 0) + count;
      bar.total += count;
    }
  });
  const most = Math.max(1, ...bars.map(bar => Math.max(bar.requests, bar.total)));
  const sum = list => list.reduce((total, {count}) => total + count, 0);
  return [
    figure('chartTraffic', word('chartTrafficSays', {requests: sum(requests), outcomes: sum(outcomes)}), `${word('most')} ${most}`,
      bars.map((bar, index) => columns(bar, index, most)),
      [['requests', word('requests')], ...TARGETS.map(target => [target, word(`endpoint-${target}`)])]),
    ages(unknown, now),
  ];
}

function columns(bar, index, most) {
  const x = index * (WIDTH / MINUTES);
  const height = count => (count / most) * (HEIGHT - 10);
  let top = HEIGHT;
  const parts = [draw('rect', {class: 'bar requests', x: x + 1, y: HEIGHT - height(bar.requests), width: 3.5, height: height(bar.requests)})];
  for (const target of TARGETS) {
    const tall = height(bar[target] ?? 0);
    top -= tall;
    parts.push(draw('rect', {class: `bar ${target}`, x: x + 5, y: top, width: 3.5, height: tall}));
  }
  return parts;
}

function ages(unknown, now) {
  const most = Math.max(1, ...unknown.map(sample => sample.seconds));
  const points = unknown.map(({at, seconds}) =>
    `${(WIDTH - ((now - Date.parse(at)) / 3_600_000) * WIDTH).toFixed(1)},${(HEIGHT - (seconds / most) * (HEIGHT - 10)).toFixed(1)}`);
  const newest = unknown.at(-1)?.seconds ?? 0;
  return figure('chartAge', word('chartAgeSays', {now: newest, most}), `${word('most')} ${most} s`,
    [draw('polyline', {class: 'line', points: points.join(' ')})], []);
}

function figure(title, says, scale, shapes, legend) {
  return make('figure', {class: 'chart'},
    make('figcaption', {}, make('span', {}, word(title)), make('span', {class: 'scale'}, scale)),
    draw('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': says},
      draw('line', {x1: 0, y1: HEIGHT, x2: WIDTH, y2: HEIGHT, class: 'axis'}), shapes),
    make('p', {class: 'chart-times', 'aria-hidden': 'true'}, make('span', {}, word('hourAgo')), make('span', {}, word('now'))),
    legend.length > 0 && make('ul', {class: 'legend', 'aria-hidden': 'true'}, legend.map(([key, text]) =>
      make('li', {}, make('span', {class: `key ${key}`}), text))));
}
