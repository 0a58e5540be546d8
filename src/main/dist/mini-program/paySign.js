// Signs a recurring-deduction agreement from a mini program, and brings back what the phone said.
//
//   const { paySign } = require('./paySign');
//   paySign({
//     my,                              // the global of the mini program; a stub in tests
//     reply,                           // PaySign's sign reply, as your back end got it: {signStr, launchUrl, ...}
//     relay(result, done) { ... },     // sends {requestId, merchant, resultStatus, result} to your back end, untouched
//     show(what) { ... },              // what to tell the customer, see WHAT below
//   });
//
// The phone only ever gives a hint: it is your back end that hears from PaySign whether the agreement is signed. So
// nothing here grants the customer anything.

const NEEDED = '10.0.18';

// What to tell the customer after each resultStatus. "check" means: nobody knows yet, do not ask the customer to sign again.
const WHAT = {
  7000: 'check',
  7001: 'check',
  7002: 'failed',
  6001: 'cancelled',
  6002: 'network',
};

/** Compares number by number: 10.0.9 is older than 10.0.18. What is no version is older than any. */
function isAtLeast(version, needed) {
  if (!/^\d+(\.\d+)*$/.test(String(version))) {
    return false;
  }
  const have = String(version).split('.').map(Number);
  const want = needed.split('.').map(Number);
  for (let i = 0; i < Math.max(have.length, want.length); i += 1) {
    const difference = (have[i] || 0) - (want[i] || 0);
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return true;
}

function clientVersion(my) {
  if (my.env && my.env.clientVersion) {
    return my.env.clientVersion;
  }
  return my.getSystemInfoSync ? my.getSystemInfoSync().version : '';
}

/** Whether this phone can sign inside the mini program. */
function canSign(my) {
  return isAtLeast(clientVersion(my), NEEDED)
    && typeof my.paySignCenter === 'function'
    && (!my.canIUse || my.canIUse('paySignCenter'));
}

function paySign({ my, reply, relay, show }) {
  if (!canSign(my)) {
    return launch(my, reply, show);
  }
  let heard = false;
  // success and fail bring the same shape, and which of them brings which code is not told: both are taken alike, once.
  const take = (answer) => {
    if (!heard) {
      heard = true;
      hear(answer, reply, relay, show);
    }
  };
  my.paySignCenter({ signStr: reply.signStr, success: take, fail: take });
  return 'signing';
}

function hear(answer, reply, relay, show) {
  const resultStatus = String((answer && answer.resultStatus) || '');
  const message = { requestId: reply.requestId, merchant: reply.merchant, resultStatus };
  if (answer && answer.result !== undefined && answer.result !== null) {
    // Untouched: Alipay's signature stands under every character of it.
    message.result = answer.result;
  }
  // Anything that is none of the five codes is unknown too.
  const what = WHAT[resultStatus] || 'check';
  relay(message, () => show(what));
}

/** An older Alipay opens its signing page by itself; what comes of it PaySign learns without the phone. */
function launch(my, reply, show) {
  if (!reply.launchUrl || !my.ap || typeof my.ap.navigateToAlipayPage !== 'function') {
    show('update');
    return 'update';
  }
  my.ap.navigateToAlipayPage({ path: reply.launchUrl, success: () => show('check'), fail: () => show('update') });
  return 'launched';
}

module.exports = { paySign, canSign, isAtLeast, WHAT };
