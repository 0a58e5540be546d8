// The mini program page of the document: a title, a button paySignCenter, and the result as in the sample.

import {announce, byId, make, postJson} from './dom.js';
import {word, whenSpoken} from './words.js';
import {choose, chosen} from './state.js';
import {whenJourney} from './journey.js';
import {my} from './my.js';
import {damaged, settings} from './shop.js';
import {screen, tick} from './phone.js';

let story = {};

export function openMiniProgram() {
  tick();
  setInterval(tick, 20_000);
  page(false);
  whenSpoken(() => {
    if (byId('screen').dataset.kind === 'mini') {
      page(false);
    }
  });
  whenJourney(event => {
    if (event.kind === 'outcome' && event.number === story.number && event.data.status < 300) {
      story.outcome = event.data.message.type;
      announce(word('outcomeArrived', {type: story.outcome}));
      if (byId('screen').dataset.kind === 'mini') {
        page(false);
      }
    }
  });
}

function page(focus) {
  screen('支付代扣签约', [
    make('p', {class: 'mini-description', lang: 'zh-CN'}, '支付代扣签约'),
    make('div', {class: 'mini-section'},
      make('h3', {class: 'mini-title'}, 'paySignCenter'),
      make('button', {type: 'button', class: 'primary', id: 'paySignCenter', onclick: paySignCenter}, 'paySignCenter')),
    told(),
  ], {focus});
}

/** What this page knows by now, for whoever looks over the customer's shoulder. */
function told() {
  const lines = [];
  if (story.error) {
    lines.push(make('p', {class: 'bad', id: 'mini-error'}, story.error));
  }
  if (story.silent) {
    lines.push(make('p', {id: 'mini-silent'}, word('silentPhone')));
  }
  if (story.resultStatus) {
    lines.push(make('p', {id: 'mini-result'}, word('resultStatusIs', {code: story.resultStatus}),
      make('br'), make('small', {}, word(`code${story.resultStatus}`))));
  }
  if (story.relayed) {
    lines.push(make('p', {}, word('relayed')));
  }
  if (story.outcome) {
    lines.push(make('p', {class: 'good', id: 'mini-outcome'}, word('outcomeArrived', {type: story.outcome})));
  }
  return make('div', {class: 'mini-told'}, lines);
}

async function paySignCenter() {
  byId('paySignCenter').disabled = true;
  story = {};
  try {
    const reply = await postJson('/shop/sign', {
      merchant: settings.merchant,
      clientVersion: settings.clientVersion,
      bizContent: {external_logon_id: '13852852877', period_rule_params: {single_amount: settings.amount}},
    });
    if (reply.error) {
      throw new Error(`${reply.error.code}: ${reply.error.message}`);
    }
    story = {number: reply.externalAgreementNo, requestId: reply.requestId, merchant: reply.merchant};
    choose(story.number, story.merchant);
    if (reply.supported === false) {
      story.error = word('tooOld', {version: settings.clientVersion, url: reply.launchUrl.slice(0, 40)});
      page(true);
      return;
    }
    settings.sent = reply.signStr;
    my.paySignCenter({
      signStr: damaged(reply.signStr),
      success: result => showResult('success', result),
      fail: result => showResult('fail', result),
    });
  } catch (failure) {
    story.error = failure.message;
    page(true);
  }
}

async function showResult(title, result) {
  const mine = story;
  mine.resultStatus = result.resultStatus;
  page(false);
  my.alert({title, content: JSON.stringify(result)});
  try {
    await postJson('/shop/result', {
      merchant: mine.merchant, requestId: mine.requestId, resultStatus: result.resultStatus, result: result.result,
    });
    mine.relayed = true;
  } catch (failure) {
    mine.error = failure.message;
  }
  if (story === mine && byId('screen').dataset.kind === 'mini') {
    page(false);
  }
}

/** The customer is back, and the phone has said nothing. */
export function backInSilence() {
  story.silent = true;
  page(true);
}

export const isMine = () => story.number === chosen.number;
