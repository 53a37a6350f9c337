export { assertNever } from './assert-never.ts';
export type { Brand } from './brand.ts';
export type { Clock } from './clock.ts';
export { exactDigits, isObject, parseJson, type Json, type JsonObject } from './json.ts';
export { err, ok, type Result } from './result.ts';
export { arrayItems, memberSpan, skipSpace, valueEnd, type Span } from './scan.ts';
export * from './languages.ts';
export { withoutTail } from './text.ts';
