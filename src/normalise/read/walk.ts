import { isObject, type Json, type JsonObject } from '../../base/index.ts';

/** Every object inside a value, itself included. With a stack of its own: nesting may be ten thousand deep. */
export function eachObject(value: Json, visit: (element: JsonObject) => void): void {
  const stack: Json[] = [value];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (Array.isArray(next)) {
      for (const one of next as readonly Json[]) if (typeof one === 'object' && one !== null) stack.push(one);
    } else if (isObject(next)) {
      visit(next);
      for (const key in next) {
        const inner = next[key];
        if (typeof inner === 'object' && inner !== null) stack.push(inner);
      }
    }
  }
}

const DEEPEST_BY_CALLS = 200;

/** Is this key anywhere inside? The quick answer for the many in which it is not. */
export function hasKey(value: Json, wanted: string, depth = 0): boolean {
  if (depth > DEEPEST_BY_CALLS) return true; // Too deep to tell quickly: whoever asks has to look for itself.
  if (Array.isArray(value)) {
    for (const one of value as readonly Json[])
      if (typeof one === 'object' && one !== null && hasKey(one, wanted, depth + 1)) return true;
    return false;
  }
  const o = value as JsonObject;
  for (const key in o) {
    if (key === wanted) return true;
    const inner = o[key];
    if (typeof inner === 'object' && inner !== null && hasKey(inner, wanted, depth + 1)) return true;
  }
  return false;
}
