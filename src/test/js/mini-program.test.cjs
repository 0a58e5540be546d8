// node --test src/test/js/mini-program.test.cjs : the mini program's page and helper with a stub of `my`.
'use strict';

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const FOLDER = path.resolve(__dirname, '../../main/dist/mini-program');
const { paySign, canSign, isAtLeast } = require(path.join(FOLDER, 'paySign.js'));

const REPLY = { requestId: 'order-1', merchant: 'demo', signStr: 'app_id%3D1%26sign%3Dx', launchUrl: 'alipays://platformapi/startapp?appId=1' };

/** A phone that answers with this, by one of the two callbacks. */
function phone(answer, callback = 'success', more = {}) {
  const calls = [];
  return {
    calls,
    env: { clientVersion: '10.5.96' },
    canIUse: () => true,
    paySignCenter(options) {
      calls.push(options.signStr);
      options[callback](answer);
      options.complete?.(answer);
    },
    ...more,
  };
}

function play(my, reply = REPLY) {
  const relayed = [];
  const shown = [];
  const way = paySign({ my, reply, relay: (result, done) => { relayed.push(result); done(); }, show: what => shown.push(what) });
  return { way, relayed, shown };
}

for (const [version, enough] of [
  ['10.0.18', true], ['10.0.9', false], ['10.0.17', false], ['10.1', true], ['9.99.99', false], ['10.0', false],
  ['10.0.18.1', true], ['11', true], ['10.0.018', true], ['', false], [undefined, false], ['latest', false], ['10.0.18-beta', false],
]) {
  test(`takes client ${version} for ${enough ? 'new enough' : 'too old'}`, () => {
    assert.equal(isAtLeast(version, '10.0.18'), enough);
  });
}

for (const [code, what] of [['7000', 'check'], ['7001', 'check'], ['7002', 'failed'], ['6001', 'cancelled'], ['6002', 'network'], ['4000', 'check']]) {
  for (const callback of ['success', 'fail']) {
    test(`relays ${code} that comes by ${callback}, and shows ${what}`, () => {
      const { way, relayed, shown } = play(phone({ resultStatus: code, result: '{"a": "\\/"}' }, callback));
      assert.equal(way, 'signing');
      assert.deepEqual(relayed, [{ requestId: 'order-1', merchant: 'demo', resultStatus: code, result: '{"a": "\\/"}' }]);
      assert.deepEqual(shown, [what]);
    });
  }
}

test('hands the signStr on as it is', () => {
  const my = phone({ resultStatus: '7000', result: '' });
  play(my);
  assert.deepEqual(my.calls, [REPLY.signStr]);
});

test('relays the very text of the result, and the very object', () => {
  const text = '{"sign":"a+b/c==","x":"\\u4e2d  \\/"}';
  assert.equal(play(phone({ resultStatus: '7000', result: text })).relayed[0].result, text);
  const object = { sign: 'a+b/c==' };
  assert.equal(play(phone({ resultStatus: '7000', result: object })).relayed[0].result, object);
});

test('relays a number as the text that PaySign wants, and no result when there is none', () => {
  assert.deepEqual(play(phone({ resultStatus: 6001 })).relayed, [{ requestId: 'order-1', merchant: 'demo', resultStatus: '6001' }]);
});

test('takes an answer once, whichever callbacks are called', () => {
  const my = phone({});
  my.paySignCenter = (options) => {
    options.fail({ resultStatus: '6001' });
    options.success({ resultStatus: '7000' });
  };
  const { relayed } = play(my);
  assert.equal(relayed.length, 1);
  assert.equal(relayed[0].resultStatus, '6001');
});

test('an answer without a code is relayed as unknown', () => {
  const { relayed, shown } = play(phone(undefined));
  assert.equal(relayed[0].resultStatus, '');
  assert.deepEqual(shown, ['check']);
});

test('shows nothing before the result is relayed', () => {
  const shown = [];
  let finish;
  paySign({ my: phone({ resultStatus: '7002' }), reply: REPLY, relay: (result, done) => { finish = done; }, show: what => shown.push(what) });
  assert.deepEqual(shown, []);
  finish();
  assert.deepEqual(shown, ['failed']);
});

for (const [name, my] of [
  ['an old client', phone({}, 'success', { env: { clientVersion: '10.0.9' } })],
  ['a client that cannot use it', phone({}, 'success', { canIUse: () => false })],
  ['a client without it', phone({}, 'success', { paySignCenter: undefined })],
]) {
  test(`opens launchUrl on ${name}`, () => {
    const opened = [];
    const { way, relayed, shown } = play({ ...my, ap: { navigateToAlipayPage: ({ path: url, success }) => { opened.push(url); success(); } } });
    assert.equal(canSign(my), false);
    assert.equal(way, 'launched');
    assert.deepEqual(opened, [REPLY.launchUrl]);
    assert.deepEqual(relayed, []);
    assert.deepEqual(shown, ['check']);
  });
}

test('asks for an update when launchUrl is refused', () => {
  const my = phone({}, 'success', { env: { clientVersion: '10.0.9' }, ap: { navigateToAlipayPage: ({ fail }) => fail() } });
  assert.deepEqual(play(my).shown, ['update']);
});

test('asks for an update when there is no way to open launchUrl', () => {
  const my = phone({}, 'success', { env: { clientVersion: '10.0.9' } });
  assert.equal(play(my).way, 'update');
  assert.deepEqual(play(my, { signStr: 'x' }).shown, ['update']);
});

test('reads the version of an older base library', () => {
  assert.equal(canSign({ getSystemInfoSync: () => ({ version: '10.0.20' }), paySignCenter() {} }), true);
  assert.equal(canSign({ getSystemInfoSync: () => ({ version: '10.0.2' }), paySignCenter() {} }), false);
});

/** The page as a mini program loads it: globals Page and my, and a require. */
function page(my) {
  let made;
  const context = { my, Page: (definition) => { made = definition; }, require: name => require(path.join(FOLDER, name)), module: {} };
  vm.runInNewContext(fs.readFileSync(path.join(FOLDER, 'index.js'), 'utf8'), context);
  made.setData = function setData(data) { Object.assign(this.data, data); };
  return made;
}

test('the page asks the back end, signs, relays and tells the customer', () => {
  const requests = [];
  const my = phone({ resultStatus: '6001', result: '' });
  my.request = (options) => {
    requests.push(options);
    options.success?.({ data: REPLY });
    options.complete?.();
  };
  const shown = page(my);
  shown.paySignCenter();
  assert.deepEqual(requests.map(request => request.url.replace(/.*\//, '')), ['sign', 'result']);
  assert.equal(requests[1].data.resultStatus, '6001');
  assert.equal(shown.data.busy, false);
  assert.match(shown.data.told, /取消/);
});

test('the page says so when the back end cannot be reached or refuses', () => {
  const my = phone({});
  my.request = options => options.fail();
  const unreachable = page(my);
  unreachable.paySignCenter();
  assert.match(unreachable.data.told, /网络/);
  my.request = options => options.success({ data: { error: { code: 'invalid_request' } } });
  const refused = page(my);
  refused.paySignCenter();
  assert.match(refused.data.told, /没有成功/);
});

test('the page has the button and the title of the document', () => {
  const markup = fs.readFileSync(path.join(FOLDER, 'index.axml'), 'utf8');
  assert.match(markup, /<button [^>]*onTap="paySignCenter">paySignCenter<\/button>/);
  assert.match(markup, /支付代扣签约/);
  assert.equal(JSON.parse(fs.readFileSync(path.join(FOLDER, 'index.json'), 'utf8')).defaultTitle, '支付代扣签约');
});
