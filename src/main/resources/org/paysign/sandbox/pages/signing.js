// Alipay's signing page, and the drawer in which is said what should happen.

import {make, postJson} from './dom.js';
import {word, whenSpoken} from './words.js';
import {screen} from './phone.js';
import {report} from './diagnosis.js';
import {settings} from './shop.js';
import {backInSilence} from './mini-program.js';

const ACTS = ['sign', 'unknown-signed', 'unknown-unsigned', 'fail', 'cancel', 'cancel-signed', 'network', 'network-signed', 'forge', 'silent'];
const NOTICES = ['on', 'lost', 'late', 'twice', 'forged', 'before'];
const FAULTS = ['timeout', 'http500', 'system-error', 'call-limited', 'bad-signature', 'reset'];
const ENDPOINTS = ['success', 'retry', 'cancel', 'ended'];

let open = null;

whenSpoken(() => open?.draw(false));

/** Opens the page; `back` is told what the phone says: {} when it says nothing. */
export async function openSigningPage(signStr, back) {
  const page = await postJson('/phone/page', {signStr, sent: settings.sent});
  open = {draw: focus => (page.shown ? agreement(page, signStr, back, focus) : refusal(page, signStr, back, focus))};
  open.draw(true);
}

function agreement(page, signStr, back, focus) {
  const shown = page.shown;
  screen(word('alipay'), [
    make('h3', {class: 'h5-title'}, word('h5Title')),
    make('p', {class: 'h5-merchant'}, word('h5Asks', {merchant: shown.merchant})),
    make('dl', {class: 'terms'},
      term('product', named('product', shown.product)),
      term('amount', shown.rule?.single_amount ? `¥ ${shown.rule.single_amount}` : word('notLimited')),
      term('period', period(shown.rule)),
      shown.rule?.total_amount && term('total', `¥ ${shown.rule.total_amount}`),
      shown.rule?.execute_time && term('first', shown.rule.execute_time),
      term('scene', named('scene', shown.scene)),
      term('account', shown.logonId),
      term('number', shown.externalAgreementNo),
      term('closes', shown.closesAt)),
    make('button', {type: 'button', class: 'primary', id: 'agree', onclick: () => act('sign', signStr, back)}, word('agree')),
    make('button', {type: 'button', class: 'plain', id: 'leave', onclick: () => act('cancel', signStr, back)}, word('leave')),
    drawer(signStr, back),
    developer(page),
  ], {focus, kind: 'alipay'});
}

function refusal(page, signStr, back, focus) {
  screen(word('alipay'), [
    make('h3', {class: 'h5-title bad', id: 'refusal'}, word('refusalTitle')),
    make('p', {}, word('refusalText')),
    make('p', {class: 'code'}, `${page.refused.code} ${page.refused.sub_code}`, make('br'), page.refused.sub_msg),
    make('button', {type: 'button', class: 'primary', id: 'refusal-back', onclick: () => act('sign', signStr, back)}, word('back')),
    developer(page, true),
  ], {focus, kind: 'alipay'});
}

function developer(page, open = false) {
  return make('details', {class: 'drawer', id: 'developer', open}, make('summary', {}, word('developer')), report(page.report));
}

function term(key, value) {
  return make('div', {}, make('dt', {}, word(`term-${key}`)), make('dd', {}, value || '–'));
}

function named(kind, value) {
  const known = word(`${kind}-${value}`);
  return known === `${kind}-${value}` ? value : `${known} (${value})`;
}

function period(rule) {
  if (!rule?.period_type) {
    return word('notLimited');
  }
  const unit = rule.period_type === 'MONTH' ? 'Month' : 'Day';
  return String(rule.period) === '1' ? word(`every${unit}`) : word(`every${unit}s`, {count: rule.period});
}

/** Every act and every fate of the notice, in words. */
function drawer(signStr, back) {
  const choice = {act: 'sign', notify: 'on', validSeconds: ''};
  return make('details', {class: 'drawer', id: 'happen'},
    make('summary', {}, word('happen')),
    radios('act', ACTS, choice),
    radios('notify', NOTICES, choice),
    make('label', {class: 'field', for: 'valid'}, make('span', {}, word('validSeconds')),
      make('input', {id: 'valid', type: 'number', min: '1', inputmode: 'numeric', oninput: event => { choice.validSeconds = event.target.value; }})),
    make('button', {type: 'button', class: 'primary', id: 'let-it', onclick: () => act(choice.act, signStr, back, choice)}, word('letIt')),
    trouble('gateway', FAULTS, (kind, next) => postJson('/alipay/faults', {kind, next})),
    trouble('endpoint', ENDPOINTS, (endpoint, next) => postJson('/merchant/faults', {endpoint, status: 503, next})));
}

function radios(name, values, choice) {
  return make('fieldset', {}, make('legend', {}, word(`choose-${name}`)),
    values.map(value => make('label', {class: 'radio'},
      make('input', {type: 'radio', name, value, checked: value === choice[name], onchange: () => { choice[name] = value; }}),
      make('span', {}, word(`${name}-${value}`)))));
}

function trouble(name, values, order) {
  const kind = make('select', {id: `${name}-kind`}, values.map(value => make('option', {value}, word(`${name}-${value}`))));
  const count = make('input', {id: `${name}-count`, type: 'number', min: '0', max: '99', value: '3', inputmode: 'numeric'});
  const said = make('p', {role: 'status'});
  return make('fieldset', {}, make('legend', {}, word(`trouble-${name}`)),
    make('label', {class: 'field', for: `${name}-kind`}, make('span', {}, word('kind')), kind),
    make('label', {class: 'field', for: `${name}-count`}, make('span', {}, word('times')), count),
    make('button', {
      type: 'button', class: 'plain', id: `${name}-order`,
      onclick: async () => {
        try {
          await order(kind.value, Number(count.value));
          said.textContent = word('ordered');
        } catch (failure) {
          said.textContent = failure.message;
        }
      },
    }, word('order')), said);
}

async function act(name, signStr, back, choice = {}) {
  document.querySelectorAll('#screen button').forEach(button => { button.disabled = true; });
  const order = {signStr, act: name, notify: choice.notify ?? 'on'};
  if (choice.validSeconds) {
    order.validSeconds = Number(choice.validSeconds);
  }
  try {
    const answer = await postJson('/phone/paySignCenter', order);
    open = null;
    if (answer.resultStatus === undefined) {
      backInSilence();
    }
    back(answer);
  } catch (failure) {
    document.querySelectorAll('#screen button').forEach(button => { button.disabled = false; });
    document.querySelector('#let-it, #refusal-back')?.after(make('p', {class: 'bad', role: 'alert'}, failure.message));
  }
}
