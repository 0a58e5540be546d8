// Why Alipay refuses a signStr: what it never tells.

import {make} from './dom.js';
import {word} from './words.js';

export function report({findings, text, changed}) {
  return make('div', {class: 'report'},
    make('ul', {class: 'findings'}, findings.map(finding => make('li', {class: finding.fine ? 'fine' : 'wrong'},
      make('span', {class: 'mark', 'aria-hidden': 'true'}, finding.fine ? '✓' : '✗'),
      make('span', {}, make('span', {class: 'unseen'}, word(finding.fine ? 'fine' : 'wrong')), ' ', sentence(finding))))),
    findings.filter(finding => finding.difference).map(finding => difference('signedInstead', finding.difference)),
    changed && difference('changedOnTheWay', changed),
    text && make('div', {}, make('h4', {}, word('textToSign')), make('pre', {class: 'raw', tabindex: '0'}, text)));
}

function sentence(finding) {
  if (finding.about === 'encoding') {
    return word(`encoded-${finding.times}`);
  }
  if (finding.about === 'signature' && !finding.fine) {
    return word(`cause-${finding.cause}`, finding);
  }
  if (finding.about === 'content' && !finding.fine) {
    return `${word('content-wrong')}: ${finding.why}`;
  }
  return word(`${finding.about}-${finding.fine ? 'fine' : 'wrong'}`, {...finding, said: finding.said || '–'});
}

function difference(title, {at, expected, found}) {
  return make('div', {class: 'difference'}, make('h4', {}, word(title, {at})),
    make('dl', {},
      make('dt', {}, word('alipayReads')), make('dd', {class: 'raw'}, expected),
      make('dt', {}, word('signedWas')), make('dd', {class: 'raw'}, found)));
}
