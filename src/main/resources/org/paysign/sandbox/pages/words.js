// The two languages: every word of the pages stands in words-en.js and words-zh.js under the same key.

import en from './words-en.js';
import zh from './words-zh.js';
import {remember, remembered} from './state.js';

const LANGUAGES = {en, zh};
const listeners = new Set();

let language = pick();

function pick() {
  const wanted = new URLSearchParams(location.search).get('lang') ?? remembered('language', navigator.language.slice(0, 2));
  return wanted in LANGUAGES ? wanted : 'en';
}

/** The text of a key; {name} in it is replaced. A key nobody wrote a text for shows as itself. */
export function word(key, values = {}) {
  const text = LANGUAGES[language][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export const has = key => key in LANGUAGES[language];

export const current = () => language;

export function speak(next) {
  language = next;
  remember('language', next);
  translate(document);
  listeners.forEach(listener => listener());
}

export const other = () => (language === 'en' ? 'zh' : 'en');

export function whenSpoken(listener) {
  listeners.add(listener);
}

/** Puts the words into what stands in index.html. */
export function translate(root) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = word('title');
  root.querySelectorAll('[data-word]').forEach(element => {
    element.textContent = word(element.dataset.word);
  });
  root.querySelectorAll('[data-label]').forEach(element => {
    element.setAttribute('aria-label', word(element.dataset.label));
  });
}

export function time(iso) {
  return iso ? new Date(iso).toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en-GB') : '';
}

export function date(iso) {
  return iso ? new Date(iso).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB') : '';
}
