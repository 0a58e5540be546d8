// What the views share: which agreement is looked at, and where the settings are kept.

const listeners = new Set();

export const chosen = {number: '', merchant: 'demo'};

export function choose(number, merchant) {
  chosen.number = number;
  chosen.merchant = merchant ?? chosen.merchant;
  listeners.forEach(listener => listener(chosen));
}

export function whenChosen(listener) {
  listeners.add(listener);
}

export function remembered(key, otherwise) {
  try {
    return localStorage.getItem(`paysign.${key}`) ?? otherwise;
  } catch {
    return otherwise; // a browser that keeps nothing
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(`paysign.${key}`, value);
  } catch {
    // a browser that keeps nothing
  }
}
