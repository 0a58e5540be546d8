// Where the pages start: language, views, and who is shown when.

import {byId} from './dom.js';
import {current, other, speak, translate, whenSpoken} from './words.js';
import {choose} from './state.js';
import {openMiniProgram} from './mini-program.js';
import {showShop} from './shop.js';
import {showJourney} from './journey.js';
import {hideList, showList} from './list.js';

function show() {
  const [, view = '', number = ''] = location.hash.split('/');
  const list = view === 'agreements';
  byId('view-try').hidden = list;
  byId('view-list').hidden = !list;
  document.querySelectorAll('nav a').forEach(link => {
    if ((link.dataset.view === 'list') === list) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  });
  if (list) {
    showList();
  } else {
    hideList();
    if (view === 'journey' && number) {
      choose(decodeURIComponent(number));
    }
  }
}

function languageButton() {
  const button = byId('language');
  button.textContent = other() === 'zh' ? '中文' : 'English';
  button.lang = other() === 'zh' ? 'zh-CN' : 'en';
}

byId('language').addEventListener('click', () => speak(other()));
whenSpoken(languageButton);
document.documentElement.lang = current();
translate(document);
languageButton();
showShop();
openMiniProgram();
showJourney();
window.addEventListener('hashchange', () => {
  show();
  byId('main').focus();
});
show();
