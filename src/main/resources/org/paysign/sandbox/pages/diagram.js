// The states of an agreement, and the one it is in.

import {draw} from './dom.js';
import {word} from './words.js';

const NODES = {
  ISSUED: [120, 6], UNKNOWN: [120, 74], FAILED: [4, 150], CANCELLED: [120, 150], SIGNED: [236, 150], ENDED: [236, 216],
};
const WIDTH = 100;
const HEIGHT = 36;

/** Each with the path of its arrow; `late` ones are those of a proof that comes after an end. */
const ARROWS = [
  ['M170 42 V72'],
  ['M220 24 H286 V148'],
  ['M150 110 L70 148'],
  ['M170 110 V148'],
  ['M190 110 L264 148'],
  ['M286 186 V214'],
  ['M220 168 H234', 'late'],
  ['M54 186 V202 H250 V188', 'late'],
];

export function diagram(state) {
  return draw('svg', {viewBox: '0 0 340 258', class: 'diagram', role: 'img', 'aria-label': state ? word('stateNow', {state: word(`state-${state}`)}) : word('stateNone')},
    draw('defs', {}, draw('marker', {id: 'tip', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto'},
      draw('path', {d: 'M0 0 L8 4 L0 8 Z', class: 'tip'}))),
    ARROWS.map(([path, kind = '']) => draw('path', {d: path, class: `arrow ${kind}`, 'marker-end': 'url(#tip)'})),
    Object.entries(NODES).map(([name, [x, y]]) => draw('g', {class: `node ${name}${name === state ? ' lit' : ''}`, 'data-state': name},
      draw('rect', {x, y, width: WIDTH, height: HEIGHT, rx: 8}),
      draw('text', {x: x + WIDTH / 2, y: y + 16, class: 'node-name'}, name),
      draw('text', {x: x + WIDTH / 2, y: y + 29, class: 'node-word'}, word(`state-${name}`)))));
}
