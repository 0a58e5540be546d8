// All agreements, what is happening to them, and what the merchant was told.

import {byId, getJson, make} from './dom.js';
import {date, time, whenSpoken, word} from './words.js';
import {badge} from './journey.js';
import {charts} from './chart.js';

const STATES = ['ISSUED', 'UNKNOWN', 'SIGNED', 'CANCELLED', 'FAILED', 'ENDED'];
const EVERY_MILLIS = 2_000;

const filter = {search: '', state: ''};
let parts = null;
let timer = null;
let shown = '';

export function showList() {
  if (!parts) {
    build();
    whenSpoken(() => {
      build();
      refresh();
    });
  }
  refresh();
}

export function hideList() {
  clearTimeout(timer);
  timer = null;
}

function build() {
  shown = '';
  parts = {
    counts: make('div', {class: 'counts', role: 'group', 'aria-label': word('byState')}),
    charts: make('div', {class: 'charts'}),
    rows: make('tbody', {id: 'agreements', role: 'rowgroup'}),
    none: make('p', {class: 'empty', role: 'status'}),
    told: make('ol', {class: 'log told', id: 'told', tabindex: '0', 'aria-label': word('told')}),
  };
  byId('view-list').replaceChildren(
    make('h1', {}, word('listTitle')), make('p', {class: 'lead'}, word('listLead')),
    parts.charts,
    make('div', {class: 'filter'},
      make('label', {class: 'field', for: 'search'}, make('span', {}, word('search')),
        make('input', {id: 'search', type: 'search', value: filter.search, autocomplete: 'off', oninput: event => {
          filter.search = event.target.value;
          refresh();
        }})),
      parts.counts),
    make('div', {class: 'columns'},
      make('div', {class: 'table-place'}, make('table', {class: 'agreements', role: 'table'},
        make('caption', {class: 'unseen'}, word('listTitle')),
        make('thead', {role: 'rowgroup'}, make('tr', {role: 'row'}, ['number', 'merchant', 'state', 'asked', 'changed'].map(key => make('th', {scope: 'col', role: 'columnheader'}, word(`head-${key}`))))),
        parts.rows), parts.none),
      make('section', {'aria-labelledby': 'told-title'}, make('h2', {id: 'told-title'}, word('told')), parts.told)));
}

async function refresh() {
  clearTimeout(timer);
  const asked = JSON.stringify(filter);
  try {
    const [list, told] = await Promise.all([
      getJson(`/agreements?search=${encodeURIComponent(filter.search)}&state=${filter.state}`),
      getJson('/merchant/outcomes?last=20'),
    ]);
    if (asked === JSON.stringify(filter)) {
      drawAll(list, told);
    }
  } catch (failure) {
    parts.none.textContent = failure.message;
  }
  if (!byId('view-list').hidden) {
    clearTimeout(timer);
    timer = setTimeout(refresh, EVERY_MILLIS);
  }
}

function drawAll(list, told) {
  parts.charts.replaceChildren(...charts(list.lastHour));
  const text = JSON.stringify([filter.state, list.counts, list.agreements, told]);
  if (text === shown) {
    return; // what has the focus stays as it is
  }
  shown = text;
  drawCounts(list.counts);
  drawRows(list.agreements);
  parts.told.replaceChildren(...told.reverse().map(receipt => make('li', {class: `entry outcome ${receipt.endpoint}`},
    make('time', {datetime: receipt.receivedAt}, time(receipt.receivedAt)),
    make('div', {}, make('p', {}, word('endpointGot', {endpoint: word(`endpoint-${receipt.endpoint}`), type: receipt.type, version: receipt.body.version}),
      make('br'), link(receipt.externalAgreementNo))))));
}

function drawCounts(counts) {
  const total = STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const focused = document.activeElement?.dataset?.filter;
  parts.counts.replaceChildren(...['', ...STATES].map(state => make('button', {
    type: 'button', class: `count ${state}`, 'data-filter': state || 'all', 'aria-pressed': String(filter.state === state),
    onclick: () => {
      filter.state = state;
      refresh();
    },
  }, make('span', {class: 'how-many'}, String(state ? counts[state] ?? 0 : total)), make('span', {}, state ? word(`state-${state}`) : word('all')))));
  if (focused) {
    parts.counts.querySelector(`[data-filter="${focused}"]`)?.focus();
  }
}

function drawRows(agreements) {
  const focused = document.activeElement?.getAttribute('href');
  parts.rows.replaceChildren(...agreements.map(agreement => make('tr', {role: 'row', 'data-number': agreement.number},
    make('th', {scope: 'row', role: 'rowheader'}, link(agreement.number)),
    cell('merchant', agreement.merchant), cell('state', badge(agreement.state)),
    cell('asked', agreement.attempts > 0 ? word('times-asked', {count: agreement.attempts}) : '–'), cell('changed', date(agreement.changedAt)))));
  parts.none.textContent = agreements.length === 0 ? word('noneFound') : '';
  if (focused?.startsWith('#/journey/')) {
    parts.rows.querySelector(`a[href="${focused}"]`)?.focus();
  }
}

const cell = (key, value) => make('td', {role: 'cell', class: `cell-${key}`}, value);
const link = number => make('a', {href: `#/journey/${encodeURIComponent(number)}`, class: 'number'}, number);
