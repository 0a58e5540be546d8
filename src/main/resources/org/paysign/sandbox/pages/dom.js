// Elements without markup in strings: nothing that comes from a message is ever parsed as HTML.

const SVG = 'http://www.w3.org/2000/svg';

/** make('button', {class: 'x', onclick: f, 'aria-label': 'y'}, 'text', child) */
export function make(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function draw(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = id => document.getElementById(id);

/** For screen readers, which do not see what changes elsewhere on the page. */
export function announce(text) {
  byId('announcer').textContent = text;
}

export async function getJson(path) {
  return answered(await fetch(path, {headers: {Accept: 'application/json'}}));
}

export async function postJson(path, body) {
  return answered(await fetch(path, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
  }));
}

async function answered(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(typeof body.error === 'string' ? body.error : `HTTP ${response.status}`);
  }
  return body;
}
