// The phone: one screen, a title, and my.alert.

import {byId, make} from './dom.js';
import {word} from './words.js';

/** Shows elements on the screen, and moves the reader there when it was the customer who asked for them. */
export function screen(title, elements, {focus = false, kind = 'mini'} = {}) {
  byId('phone-title').textContent = title;
  const place = byId('screen');
  place.dataset.kind = kind;
  place.replaceChildren(...elements);
  place.scrollTop = 0;
  if (focus) {
    const first = place.querySelector('h3, button, [tabindex]');
    if (first) {
      first.tabIndex = first.tagName === 'H3' ? -1 : first.tabIndex;
      first.focus();
    }
  }
}

export function tick() {
  byId('phone-clock').textContent = new Date().toLocaleTimeString('en-GB', {hour: '2-digit', minute: '2-digit'});
}

/** my.alert: a dialog that has to be closed. */
export function alert({title, content, success}) {
  const before = document.activeElement;
  const veil = make('div', {class: 'veil'});
  const dialog = make('div', {class: 'alert', role: 'alertdialog', 'aria-modal': 'true', 'aria-labelledby': 'alert-title', 'aria-describedby': 'alert-text'},
    make('h3', {id: 'alert-title'}, title),
    make('p', {id: 'alert-text', class: 'alert-text', tabindex: '0'}, content),
    make('button', {type: 'button', class: 'primary', id: 'alert-ok', onclick: close}, word('ok')));
  dialog.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      close();
    } else if (event.key === 'Tab') {
      const stops = [dialog.querySelector('#alert-text'), dialog.querySelector('#alert-ok')];
      event.preventDefault();
      stops[(stops.indexOf(document.activeElement) + 1) % stops.length].focus();
    }
  });
  function close() {
    dialog.remove();
    veil.remove();
    byId('screen').inert = false;
    if (before && before.isConnected) {
      before.focus();
    }
    success?.();
  }
  byId('phone').append(veil, dialog);
  byId('screen').inert = true;
  dialog.querySelector('#alert-ok').focus();
}
