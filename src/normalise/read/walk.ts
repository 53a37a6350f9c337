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
