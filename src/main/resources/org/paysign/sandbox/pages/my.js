// The part of Alipay's `my` that the page uses, as my.paySignCenter's document describes it:
// success, fail and complete are called with {result, resultStatus}; complete after either.
//
// The document says that success is for a call that succeeded and fail for one that failed, and lists 7000 as "signed" and
// the others as errors. Here 7000 calls success and every other code fail. Which callback gets the errors is not told
// code by code, so the settings can turn it round: a page has to bear both.

import {alert} from './phone.js';
import {openSigningPage} from './signing.js';
import {settings} from './shop.js';

export const my = {
  env: {get clientVersion() { return settings.clientVersion; }},
  canIUse: name => name === 'paySignCenter' || name === 'alert',
  alert,
  paySignCenter({signStr, success, fail, complete}) {
    openSigningPage(signStr, answer => {
      if (answer.resultStatus === undefined) {
        return; // the phone says nothing at all: no callback is ever called
      }
      const called = answer.resultStatus === '7000' || settings.callbacks === 'success' ? success : fail;
      called?.(answer);
      complete?.(answer);
    });
  },
};
