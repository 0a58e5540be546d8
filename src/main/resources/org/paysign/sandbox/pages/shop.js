// What a developer may change about the merchant and about the way of the signStr to the phone.

import {byId, make} from './dom.js';
import {word, whenSpoken} from './words.js';
import {remember, remembered} from './state.js';

export const settings = {
  merchant: remembered('merchant', 'demo'),
  amount: '19.90',
  clientVersion: '10.5.96',
  damage: 'none',
  callbacks: 'fail',
  sent: '',
};

/** What people do to a signStr by mistake. Each gives what Alipay then gets. */
const DAMAGES = {
  none: text => text,
  encodedAgain: text => encodeURIComponent(text),
  decodedOnce: text => decodeURIComponent(text.replaceAll('+', ' ')),
  decodedTwice: text => decodeURIComponent(decodeURIComponent(text.replaceAll('+', ' ')).replaceAll('+', ' ')),
  amountChanged: text => text.replace(/(single_amount%2522%253A(?:%2522)?)\d/, (whole, before) => `${before}9`),
  htmlEscaped: text => encodeURIComponent(decodeURIComponent(text).replaceAll('&notify', '¬ify')),
  otherCharset: text => text.replace(/charset%3DUTF-8/, 'charset%3DGBK'),
  otherApp: text => text.replace(/app_id%3D\d+/, other => `app_id%3D${other.endsWith('1') ? '2021000000000002' : '2021000000000001'}`),
  otherTime: text => text.replace(/timestamp%3D\d{4}/, 'timestamp%3D2017'),
};

export const damaged = signStr => DAMAGES[settings.damage](signStr);

export function showShop() {
  build();
  whenSpoken(build);
}

function build() {
  byId('shop-settings').replaceChildren(
    select('merchant', ['demo', 'demo-cert'], value => word(`merchant-${value}`), value => remember('merchant', value)),
    input('amount', {inputmode: 'decimal', pattern: '[0-9]+(\\.[0-9]{1,2})?'}),
    input('clientVersion', {}),
    select('damage', Object.keys(DAMAGES), value => word(`damage-${value}`)),
    select('callbacks', ['fail', 'success'], value => word(`callbacks-${value}`)));
}

function select(key, values, label, also = () => {}) {
  const field = make('select', {
    id: `shop-${key}`,
    onchange: event => {
      settings[key] = event.target.value;
      also(event.target.value);
    },
  }, values.map(value => make('option', {value, selected: settings[key] === value}, label(value))));
  return make('label', {class: 'field', for: `shop-${key}`}, make('span', {}, word(`shop-${key}`)), field);
}

function input(key, attributes) {
  return make('label', {class: 'field', for: `shop-${key}`}, make('span', {}, word(`shop-${key}`)),
    make('input', {
      id: `shop-${key}`, value: settings[key], autocomplete: 'off', ...attributes,
      oninput: event => { settings[key] = event.target.value; },
    }));
}
