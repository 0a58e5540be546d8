// The journey of one agreement, as it happens: told by the bundle's routes, tables, queues and MBeans.

import {announce, byId, getJson, make} from './dom.js';
import {date, has, time, whenSpoken, word} from './words.js';
import {chosen, whenChosen} from './state.js';
import {diagram} from './diagram.js';

const KINDS = ['route', 'failed', 'alipay', 'phone', 'outcome', 'ended', 'state'];
const QUEUES = {
  'sign-request': 'paysign.sign.request', 'sign-result': 'paysign.sign.result', 'unsign-request': 'paysign.unsign.request',
  reply: 'paysign.sign.reply', 'park-message': 'paysign.parked',
};
const listeners = new Set();

let source = null;
let events = [];
let figures = null;
let history = null;
let parts = {};
let lit = '';
let told = {count: 0, state: null};

export function whenJourney(listener) {
  listeners.add(listener);
}

export function showJourney() {
  build();
  whenSpoken(build);
  whenChosen(connect);
  document.addEventListener('visibilitychange', () => {
    // A browser opens six connections to a server at most: those of pages that nobody sees are given back.
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (chosen.number && !source) {
      connect();
    }
  });
}

function build() {
  parts = {
    head: make('div', {class: 'journey-head', id: 'journey-head'}),
    track: make('ol', {class: 'track', id: 'track'}),
    diagram: make('div', {class: 'diagram-place'}),
    log: make('ol', {class: 'log', id: 'log', tabindex: '0', 'aria-label': word('log')}),
    store: make('div', {}),
    jmx: make('div', {}),
  };
  byId('journey-body').replaceChildren(parts.head,
    make('div', {class: 'journey-top'}, parts.track, parts.diagram),
    make('h3', {}, word('log')), parts.log,
    make('details', {class: 'drawer', id: 'store-drawer'}, make('summary', {}, word('store')), parts.store),
    make('details', {class: 'drawer', id: 'jmx-drawer'}, make('summary', {}, word('jmx')), parts.jmx));
  told = {count: 0, state: null};
  redraw();
}

function connect() {
  source?.close();
  events = [];
  history = null;
  lit = '';
  told = {count: 0, state: null};
  parts.log.replaceChildren();
  redraw();
  source = new EventSource(`/journey/events?number=${encodeURIComponent(chosen.number)}`);
  KINDS.forEach(kind => source.addEventListener(kind, message => took(kind, message)));
  source.addEventListener('figures', message => {
    figures = JSON.parse(message.data);
    drawFigures();
  });
  loadHistory();
}

function took(kind, message) {
  const event = {kind, number: chosen.number, data: JSON.parse(message.data), id: message.lastEventId};
  if (events.some(known => known.id === event.id)) {
    return; // told again after a reconnect
  }
  const before = state();
  events.push(event);
  lit = station(event, before) ?? lit;
  redraw();
  if (kind === 'state' && event.data.state !== before?.state) {
    announce(word('stateNow', {state: word(`state-${event.data.state}`)}));
    loadHistory();
  }
  listeners.forEach(listener => listener(event));
}

async function loadHistory() {
  const number = chosen.number;
  try {
    const loaded = await getJson(`/agreements/one?number=${encodeURIComponent(number)}`);
    if (number === chosen.number) {
      history = loaded;
      redraw();
    }
  } catch {
    // the next change of state asks again
  }
}

const newest = (kind, test = () => true) => events.findLast(event => event.kind === kind && test(event))?.data;
const state = () => newest('state') ?? history?.agreement;

function redraw() {
  const now = state();
  parts.head.replaceChildren(chosen.number
    ? make('p', {}, make('span', {class: 'number'}, chosen.number), ' ', now && badge(now.state), ' ', now?.merchant ?? '')
    : make('p', {class: 'empty'}, word('journeyEmpty')));
  parts.track.replaceChildren(...stations(now));
  parts.diagram.replaceChildren(diagram(now?.state));
  drawLog();
  drawHistory();
  drawFigures();
}

export function badge(name) {
  return make('span', {class: `badge ${name}`, 'data-state': name}, word(`state-${name}`), ' ', make('small', {}, name));
}

/** Where an event takes place; nowhere, if only the tables' own counts have changed. */
function station({kind, data}, before) {
  if (kind === 'route') {
    return data.route in QUEUES ? 'queue' : 'route';
  }
  return kind === 'outcome' || (kind === 'state' && data.state !== before?.state) ? kind : undefined;
}

/** queue -> route -> state -> outcome, each with what was seen there last. */
function stations(now) {
  const queued = newest('route', event => event.data.route in QUEUES);
  const outcome = newest('outcome') ?? delivered(now);
  const seen = {
    queue: queued && QUEUES[queued.route],
    route: newest('route')?.route,
    state: now && word(`state-${now.state}`),
    outcome: outcome && word(`endpoint-${outcome.endpoint}`),
  };
  return Object.entries(seen).map(([name, value]) => make('li', {class: name === lit ? 'lit' : '', 'data-station': name},
    make('span', {class: 'station'}, word(`station-${name}`)), make('span', {class: 'seen'}, value ?? '–')));
}

function delivered(now) {
  const told = now?.outcomes?.findLast(outcome => outcome.status === 'DELIVERED');
  return told && {endpoint: told.target};
}

/** Adds what is new on top; what was told before stays as it is, open messages and all. */
function drawLog() {
  for (const event of events.slice(told.count)) {
    if (event.kind === 'state') {
      stateLines(event.data, told.state).forEach(added => parts.log.prepend(added));
      told.state = event.data;
    } else {
      parts.log.prepend(line(event));
    }
  }
  told.count = events.length;
}

function line({kind, data}) {
  return entry(data.at, kind, SENTENCES[kind](data), kind === 'alipay' ? {asked: data.asked, answer: data.answer} : data.message);
}

function entry(at, kind, sentence, message) {
  return make('li', {class: `entry ${kind}`, 'data-kind': kind},
    make('time', {datetime: at}, time(at), make('small', {}, `.${(at.split('.')[1] ?? '000').slice(0, 3)}`)),
    make('div', {}, make('p', {}, sentence),
      message && Object.keys(message).length > 0 && make('details', {}, make('summary', {}, word('message')), make('pre', {class: 'raw', tabindex: '0'}, JSON.stringify(message, null, 2)))));
}

const SENTENCES = {
  route: data => [make('code', {}, data.route), ' ', has(`route-${data.route}`) ? word(`route-${data.route}`) : data.description],
  failed: data => word('routeFailed', {route: data.route}),
  phone: data => word('phoneDid', {act: word(`act-${data.act}`), code: data.resultStatus || word('nothing')}),
  ended: () => word('customerEnded'),
  outcome: data => word(data.status < 300 ? 'endpointGot' : 'endpointRefused',
    {endpoint: word(`endpoint-${data.endpoint}`), type: data.message.type, status: data.status, version: data.message.version}),
  alipay: data => {
    const method = data.method.endsWith('unsign') ? 'unsign' : 'query';
    if (data.trouble) {
      return word(`alipay-${method}-trouble`, {trouble: word(`trouble-${data.trouble}`)});
    }
    return word(`alipay-${method}`, {answer: [data.answer.code, data.answer.sub_code ?? data.answer.status].filter(Boolean).join(' ')});
  },
};

/** Only what changed is told: a new state, another question, a try to deliver. */
function stateLines(now, before) {
  const lines = [];
  if (now.state !== before?.state) {
    lines.push(entry(now.at, 'state', [word('stateBecame'), ' ', badge(now.state)]));
  } else if (now.attempts !== before.attempts && now.attempts > 0) {
    lines.push(entry(now.at, 'poll', word('askedTimes', {count: now.attempts, due: time(now.dueAt)})));
  }
  for (const outcome of now.outcomes ?? []) {
    const known = before?.outcomes?.find(other => other.version === outcome.version);
    const endpoint = word(`endpoint-${outcome.target}`);
    if (!known) {
      lines.push(entry(now.at, 'outbox', word('outboxHolds', {endpoint, version: outcome.version})));
    } else if (outcome.tries > known.tries && outcome.status !== 'DELIVERED' && outcome.lastError) {
      lines.push(entry(now.at, 'retry', word('triedAgain', {endpoint, count: outcome.tries, due: time(outcome.dueAt)})));
    }
  }
  return lines;
}

function drawHistory() {
  const agreement = state();
  if (!agreement) {
    parts.store.replaceChildren(make('p', {}, word('storeEmpty')));
    return;
  }
  const facts = [
    ['fact-merchant', agreement.merchant], ['fact-requestId', agreement.requestId], ['fact-agreementNo', agreement.agreementNo],
    ['fact-created', date(agreement.createdAt)], ['fact-changed', date(agreement.changedAt)], ['fact-due', date(agreement.dueAt)],
    ['fact-attempts', String(agreement.attempts)], ['fact-lastAnswer', agreement.lastAnswer],
  ];
  parts.store.replaceChildren(
    make('dl', {class: 'terms'}, facts.map(([key, value]) => make('div', {}, make('dt', {}, word(key)), make('dd', {}, value || '–')))),
    make('h4', {}, word('signals')),
    make('ol', {class: 'plain-list'}, (history?.signals ?? []).map(({at, signal}) => make('li', {},
      make('time', {datetime: at}, time(at)), ' ', make('code', {}, signal.kind), ' ',
      [signal.resultStatus, signal.evidence, signal.reason].filter(Boolean).join(' · ')))),
    make('h4', {}, word('outcomes')),
    make('ol', {class: 'plain-list'}, (agreement.outcomes ?? []).map(outcome => make('li', {},
      make('code', {}, `${outcome.version} ${outcome.target}`), ` ${outcome.status} · ${word('tries', {count: outcome.tries})}`))));
}

function drawFigures() {
  if (!figures) {
    parts.jmx.replaceChildren(make('p', {}, word('jmxEmpty')));
    return;
  }
  const busy = Object.entries(figures.routes).filter(([, route]) => route.total > 0).sort(([a], [b]) => a.localeCompare(b));
  parts.jmx.replaceChildren(
    table(word('queues'), [word('queue'), word('waiting'), word('ever')],
      Object.entries(figures.queues).sort(([a], [b]) => a.localeCompare(b)).map(([name, queue]) => [name, queue.now, queue.ever])),
    table(word('routes'), [word('route'), word('messages'), word('failures')], busy.map(([name, route]) => [name, route.total, route.failed])));
}

function table(caption, heads, rows) {
  return make('table', {class: 'figures'}, make('caption', {}, caption),
    make('thead', {}, make('tr', {}, heads.map(head => make('th', {scope: 'col'}, head)))),
    make('tbody', {}, rows.map(([name, ...values]) => make('tr', {}, make('th', {scope: 'row'}, name), values.map(value => make('td', {}, String(value)))))));
}
